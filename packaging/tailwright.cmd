@echo off
rem Starts Tailwright: finds a JDK 25 or later and builds on first use.
setlocal EnableExtensions EnableDelayedExpansion
for %%I in ("%~dp0..") do set "ROOT=%%~fI"
set "JDK="
call :try "%JAVA_HOME%"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%ProgramFiles%\Microsoft\jdk-*" "%ProgramFiles%\Zulu\zulu-*" "%ProgramFiles%\BellSoft\LibericaJDK-*" "%USERPROFILE%\.jdks\*") do call :try "%%~D"
if not defined JDK (
  >&2 echo Tailwright needs a JDK 25 or later and found none; install one ^(https://adoptium.net^) or set JAVA_HOME to it.
  exit /b 2
)
set "JAR=%ROOT%\target\tailwright.jar"
if not exist "%JAR%" (
  where mvn >nul 2>nul || (
    >&2 echo Tailwright must be built once and Maven was not found; install it from https://maven.apache.org.
    exit /b 2
  )
  >&2 echo building Tailwright, once: a minute or two ...
  if not exist "%ROOT%\target" mkdir "%ROOT%\target"
  pushd "%ROOT%"
  call mvn -q -B -Dmaven.test.skip=true package >"%ROOT%\target\build.log" 2>&1
  set "CODE=!errorlevel!"
  popd
  if not "!CODE!"=="0" (
    >&2 echo The build failed; all of its output is in %ROOT%\target\build.log
    exit /b 2
  )
)
set "MODULES="
set "CLASSES=%JAR%"
for %%L in ("%ROOT%\target\lib\*.jar") do (
  set "NAME=%%~nxL"
  if "!NAME:~0,7!"=="javafx-" (set "MODULES=!MODULES!;%%~fL") else (set "CLASSES=!CLASSES!;%%~fL")
)
set "DRAWS=yes"
for %%C in (summary analyses run report compare replay formats manual completion --help -h --version -V) do if /i "%~1"=="%%C" set "DRAWS=no"
for %%A in (%*) do if /i "%%~A"=="--charts" set "DRAWS=yes"
if "%DRAWS%"=="yes" (
  "%JDK%\bin\java" --module-path "%MODULES:~1%" --add-modules javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED -Dtailwright.home="%ROOT%" -cp "%CLASSES%" org.tailwright.Main %*
) else (
  "%JDK%\bin\java" --enable-native-access=ALL-UNNAMED -Dtailwright.home="%ROOT%" -cp "%CLASSES%" org.tailwright.Main %*
)
exit /b %errorlevel%

:try
if defined JDK exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  set "VERSION=%%~V"
  set "VERSION=!VERSION:"=!"
  if !VERSION! GEQ 25 set "JDK=%~1"
)
exit /b 0
