@echo off
rem Starts Landline from a source checkout on Windows: builds what was never built, then starts Java. (Not tried on Windows yet.)
rem Remove app\target to have it built again after a change.
setlocal
set "home=%~dp0"
if not exist "%home%app\target\launch.args" (
    pushd "%home%" & call mvn -q -B -Dmaven.test.skip=true test-compile 1>&2 & popd
)
if not exist "%home%app\target\launch.args" (
    echo Landline could not be built; it needs Maven and a JDK 25 or later. 1>&2
    exit /b 1
)
set /p java=<"%home%app\target\java"
rem A link has the words of a room, and everybody on this computer sees the arguments of a process: Java gets it by the environment.
set "LANDLINE_LINK="
set "first=%~1"
if /i "%first:~0,9%"=="landline:" (
    set "LANDLINE_LINK=%~1"
    "%java%" "@%home%app\target\launch.args"
) else (
    "%java%" "@%home%app\target\launch.args" %*
)
exit /b %ERRORLEVEL%
