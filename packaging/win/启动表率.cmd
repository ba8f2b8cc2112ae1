@echo off
chcp 65001 >nul
cd /d "%~dp0"
title 表率（关闭这个窗口就停止）
start "" /b cmd /c "timeout /t 4 /nobreak >nul & start http://127.0.0.1:5080"
exemplar.exe serve --data data
if errorlevel 1 pause
