#!/bin/sh
# Installs what Debian and Ubuntu lack to build and run Waymark, or also to test it. Packages that are there already are
# left alone, and when all are there apt is not called at all.
#
#   setup.sh build   compiler, OpenGL and X11 headers, and the libraries Waymark runs with
#   setup.sh test    the same, and a virtual screen with what types, looks and reads on it
set -eu

build='gcc libc6-dev make pkg-config ca-certificates libgl1-mesa-dev xorg-dev
	libgl1 libgl1-mesa-dri libx11-6 libxcursor1 libxi6 libxinerama1 libxrandr2 libxxf86vm1 xdg-utils'
test='xvfb xauth x11-xkb-utils xdotool x11-utils openbox imagemagick poppler-utils qpdf fonts-dejavu-core strace'

case "${1-}" in
build) wanted=$build ;;
test) wanted="$build $test" ;;
*)
	echo "usage: $0 build|test" >&2
	exit 2
	;;
esac

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
	echo "$0: this is neither Debian nor Ubuntu; please install the counterparts of:" $wanted >&2
	exit 0
fi

missing=
for package in $wanted; do
	dpkg-query --show --showformat='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
		missing="$missing $package"
done
[ -n "$missing" ] || exit 0

root=
if [ "$(id -u)" -ne 0 ]; then
	if ! command -v sudo >/dev/null; then
		echo "$0: please install as root:$missing" >&2
		exit 1
	fi
	root=sudo
fi

# apt_get runs apt-get without questions, as root, waiting for another apt that may hold the lock.
apt_get() {
	$root env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3 "$@" </dev/null
}

echo "Installing$missing"
apt_get update || apt_get update || echo "$0: the package lists could not be refreshed; trying with those at hand" >&2
apt_get install --no-install-recommends $missing
