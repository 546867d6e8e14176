# Sourced by demo.sh, test.sh and bench.sh: installs Debian packages that are missing.
# Asks before it uses sudo, unless CI is set; says what it did.

install_missing() {
  local missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  if [ ${#missing[@]} -eq 0 ]; then
    return 0
  fi

  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo)
    if [ -z "${CI:-}" ]; then
      read -r -p "Install ${missing[*]} with sudo apt-get? [Y/n] " answer
      case "$answer" in
        "" | y | Y | yes) ;;
        *) echo "Not installed. Install ${missing[*]} yourself and start again." >&2; exit 1 ;;
      esac
    fi
  fi

  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" apt-get install -y -qq "${missing[@]}" >/dev/null
  echo "Installed with apt-get: ${missing[*]}"
}

require_dotnet() {
  if ! command -v dotnet >/dev/null || ! dotnet --list-sdks | grep -q '^1[0-9]\.'; then
    echo "The .NET SDK 10 is needed; see https://dotnet.microsoft.com/download" >&2
    exit 1
  fi
}
