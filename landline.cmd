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
"%java%" "@%home%app\target\launch.args" %*
exit /b %ERRORLEVEL%
