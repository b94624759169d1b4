#!/bin/sh
# Makes the files of this folder from source/ with LibreOffice, see README.md.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/profile/user"
cat >"$work/profile/user/registrymodifications.xcu" <<END
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale"
oor:op="fuse"><value>et-EE</value></prop></item></oor:items>
END
office() { soffice "-env:UserInstallation=file://$work/profile" --headless "$@" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }; }

# How the sources are read: commas, double quotes, UTF-8, numbers, dates and percentages found in language $1 (1033 English,
# 1061 Estonian), formulas computed if $2.
input() { echo "CSV:44,34,76,1,,$1,false,true,false,false,false,0,${2:-false}"; }

office --infilter="$(input 1033)" --convert-to xlsx --outdir . source/google-forms-et.csv source/ms-forms-en.csv source/limesurvey.csv \
	source/percent-et.csv source/means-en.csv source/long-et.csv
office --infilter="$(input 1033 true)" --convert-to xlsx --outdir . source/formulas.csv
office --infilter="$(input 1061)" --convert-to xlsx --outdir . source/means-et.csv

# csv SOURCE LANGUAGE OPTIONS NAME: separator, quote and character set, as in the filter options of Calc.
csv() {
	office --infilter="$(input "$2")" --convert-to ods --outdir "$work" "source/$1.csv"
	office --convert-to "csv:Text - txt - csv (StarCalc):$3" --outdir "$work" "$work/$1.ods"
	mv "$work/$1.csv" "$4.csv"
}
csv google-forms-et 1033 59,34,76 google-forms-et-utf8-semicolon
csv google-forms-et 1033 44,34,39 google-forms-et-windows1257-comma
csv google-forms-et 1033 9,34,65535 google-forms-et-utf16-tab
csv percent-et 1061 59,34,39 percent-et-windows1257-semicolon
csv means-et 1061 59,34,1 means-et-windows1252-semicolon
csv limesurvey 1033 124,34,76 limesurvey-utf8-bar
csv long-et 1033 44,34,76,1,,0,true long-et-utf8-comma

office --infilter="$(input 1033)" --convert-to xls:"MS Excel 97" --outdir "$work" source/means-en.csv
mv "$work/means-en.xls" really-xls.xlsx
office --infilter="$(input 1033)" --convert-to ods --outdir "$work" source/means-en.csv
mv "$work/means-en.ods" really-ods.xlsx
