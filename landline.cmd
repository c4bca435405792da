@echo off
rem Starts Landline from a source checkout on Windows: builds what was never built, then starts Java. (Not tried on Windows yet.)
rem Remove app\target to have it built again after a change. It trains no cache for quick starts.
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
rem It is taken only behind options: a text behind a command may be a message to somebody. Of several each is taken; Java refuses them.
set "LANDLINE_LINK="
set "others="
set "value="
:look
set each=%1
if not defined each goto start
set "bare=%~1"
if not defined bare goto other
:strip
if not "%bare:~0,1%"==" " goto stripped
set "bare=%bare:~1%"
if defined bare goto strip
goto other
:stripped
if /i "%bare:~0,9%"=="landline:" goto link
if "%bare:~0,1%"=="-" (set "value=1") else if defined value (set "value=") else goto rest
:other
set others=%others% %1
shift
goto look
:link
if defined LANDLINE_LINK (set "LANDLINE_LINK=%LANDLINE_LINK% %~1") else set "LANDLINE_LINK=%~1"
set "value="
shift
goto look
:rest
set each=%1
if not defined each goto start
set others=%others% %1
shift
goto rest
:start
if defined LANDLINE_LINK (
    "%java%" "@%home%app\target\launch.args"%others%
) else (
    "%java%" "@%home%app\target\launch.args" %*
)
exit /b %ERRORLEVEL%
