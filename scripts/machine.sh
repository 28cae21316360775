# shellcheck shell=bash
# What the machine must have before Lectern can be built, run or tested. Sourced by ./run, ./test and samples/make.sh,
# which set $root to the repository. Everything here is said on stderr, so that the output of `./run` stays the program's own.

# Exit status when the set-up cannot be finished.
readonly SETUP_FAILED=3

say() { printf '%s\n' "$*" >&2; }

# need_packages PACKAGE=PROGRAM...: installs the Debian packages whose program is not on the PATH. In place of a program
# an absolute path names a file that the package brings. Without the right to install, names the command and stops.
need_packages() {
  local pair provides missing=()
  for pair in "$@"; do
    provides=${pair#*=}
    [[ $provides == /* && -e $provides ]] || command -v "$provides" >/dev/null || missing+=("${pair%%=*}")
  done
  ((${#missing[@]})) || return 0

  local install="apt-get install -y --no-install-recommends ${missing[*]}"
  if ! command -v apt-get >/dev/null; then
    say "Lectern needs these programs: ${missing[*]}. Install them with your system's package manager, then try again."
    exit "$SETUP_FAILED"
  elif ((EUID != 0)); then
    say "Lectern needs ${missing[*]}. Install what is missing with this command, then try again:"
    say "  sudo apt-get update && sudo $install"
    exit "$SETUP_FAILED"
  fi

  say "Installing ${missing[*]} from Debian's packages (a minute or two)…"
  local log
  log=$(mktemp)
  # The package lists of a fresh machine are absent or old, which only shows when an install fails.
  if ! quiet_apt install "${missing[@]}" >"$log" 2>&1 && ! { quiet_apt update && quiet_apt install "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    say "Installing ${missing[*]} failed, for the reason above. Put it right, or run this command yourself: apt-get update && $install"
    exit "$SETUP_FAILED"
  fi
  rm -f "$log"
}

quiet_apt() {
  DEBIAN_FRONTEND=noninteractive apt-get -y -q -o DPkg::Lock::Timeout=300 --no-install-recommends "$@" </dev/null
}

# Sets the environment in which dotnet and the programs that it builds run; stops when there is no dotnet.
need_dotnet() {
  local dotnet
  if ! dotnet=$(command -v dotnet); then
    say "Lectern needs the .NET 10 SDK, and there is no dotnet on the PATH."
    say_where_dotnet_is
    exit "$SETUP_FAILED"
  fi
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
  # A built program looks for its runtime in fixed places only; this leads it to the dotnet that built it.
  export DOTNET_ROOT=${DOTNET_ROOT:-$(dirname "$(readlink -f "$dotnet")")}
  # dotnet and NuGet write to the home folder and stop where there is none.
  if [[ -z ${HOME:-} || ! -w $HOME ]]; then export DOTNET_CLI_HOME=${DOTNET_CLI_HOME:-$root/artifacts/home}; fi
}

# Stops when the dotnet on the PATH brings no SDK that global.json accepts.
need_dotnet_sdk() {
  local found
  if ! found=$(cd "$root" && dotnet --version 2>&1); then
    say "Lectern needs the .NET 10 SDK, which this dotnet does not bring. It says:"
    say "$found"
    say_where_dotnet_is
    exit "$SETUP_FAILED"
  fi
}

say_where_dotnet_is() {
  say "Get it from https://dotnet.microsoft.com/download/dotnet/10.0 (on Debian the package is called dotnet-sdk-10.0), then try again."
}
