# Read first by the launchers of a checkout and of the image: which command it is, what a signal ends with, and the locale.
command=   # none: the window
for each in "$@"; do
    case $each in
        --send) break ;; # of the window; files stand behind it
        node | demo | peers | watch | say | edit | delete | react | forward | pin | poll | vote | close | chat | send | receive | transfers | collect | hand-in | shelf | history | search | save | saved | export | room | mute | id | verify | doctor | lab | bench | -h | --help | --version) command=$each; break ;;
    esac
done
# What Ctrl-C and SIGTERM end with until Java takes them (docs/command-line.md, "Exit codes").
case $command in
    '' | node | watch) interrupted=0 ;;
    send | receive | hand-in) interrupted=5 ;;
    *) interrupted=130 ;;
esac
case "$command $*" in shelf*' shelf take '* | shelf*' shelf take') interrupted=5 ;; esac
trap 'exit $interrupted' INT TERM

# Whether the locale can spell every name. One that is not installed cannot, whatever it is called; where that cannot be
# asked, its name is believed.
spells_all() {
    case "${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}" in
        *UTF-8* | *utf8* | *utf-8* | *UTF8*) ;;
        *) return 1 ;;
    esac
    charset=$(locale charmap 2>/dev/null) || return 0
    [ "$charset" = UTF-8 ]
}

# Java reads names and paths by the locale; one that cannot spell them all is replaced, for the character set alone.
if ! spells_all; then
    [ -z "${LC_ALL:-}" ] || { LANG=$LC_ALL; export LANG; unset LC_ALL; }
    LC_CTYPE=C.UTF-8
    export LC_CTYPE
fi
