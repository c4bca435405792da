# Read first by the launchers of a checkout and of the image: which command it is, what a signal ends with, and the locale.
# A stream that the caller has closed, as by `>&-`, is nobody's. Java would get one of its own files there, and read it as input.
true 3>&2 || exec 2>/dev/null
true 2>/dev/null 3>&1 || exec >/dev/null
true 2>/dev/null 3<&0 || exec </dev/null
# Java ends with a trace of its own in a folder that was deleted. Some shells print an empty line for it, others fail.
if ! [ "${PWD:-}" -ef . ] 2>/dev/null && [ -z "$(pwd -P 2>/dev/null)" ]; then
    echo "The folder in which this command was started does not exist any more: go to another with cd, and start it again." >&2
    exit 1
fi
command=   # none: the window
second=    # the word behind `shelf`; `server` where `lab` means one
value=
for each in "$@"; do
    [ -z "$value" ] || { value=; continue; }   # of an option, as a room that is called as a command is
    case $each in
        --send) break ;; # of the window; files stand behind it
        --profile | --name | --room | --key | --key-file | --udp-port | --tcp-port | --interface | --peer | --downloads | --accept | --color) value=1 ;;
        -h | --help | --version) command=${command:-$each}; break ;;
        -*) ;;
        *)
            [ "$command" != shelf ] || { second=$each; break; }
            case $each in
                node | demo | peers | watch | say | edit | delete | react | forward | pin | pinned | poll | vote | voters | close | chat | send | receive | transfers | collect | hand-in | shelf | history | search | save | saved | export | room | mute | keep | block | blocked | allow | network | status | id | verify | doctor | lab | bench) command=$each ;;
            esac
            [ -z "$command" ] || [ "$command" = shelf ] || break
            ;;
    esac
done
if [ "$command" = lab ]; then   # a server, unless an option makes a client of it
    for each in "$@"; do
        case $each in
            --to | --announce | --connect | --listen | --load | --to=* | --announce=* | --connect=* | --listen=* | --load=* | -h | --help) second=; break ;;
            broadcast | hangman | http | ip-choice | ping | quiz | relay | secret-file | tcp-chat | tcp-echo | tcp-hello | tictactoe | time | udp-echo | udp-hello) second=${second:-server} ;;
            compare | list | lookup | primes | ramp | reach | sockets | threads | udp-args | wire) second=${second:-$each} ;;
        esac
    done
fi
# What Ctrl-C and SIGTERM end with until Java takes them (docs/command-line.md, "Exit codes").
case $command in
    '' | node | watch) interrupted=0 ;;
    send | receive | hand-in) interrupted=5 ;;
    *) interrupted=130 ;;
esac
case "$command $second" in
    'shelf take') interrupted=5 ;;
    'lab server') interrupted=0 ;;
esac
trap 'exit $interrupted' INT TERM

# Java reads names and paths by the locale.
language=   # told to Java where it cannot see them
country=
if command -v locale >/dev/null 2>&1 && [ -n "$(locale charmap 2>&1 >/dev/null)" ]; then
    # One of the locales that are named is not installed, as often over ssh. Then the system takes none of them, and Java
    # would read ASCII alone: it gets another one.
    named=${LC_ALL:-${LC_MESSAGES:-${LANG:-C}}}
    case $named in [a-z][a-z] | [a-z][a-z][_.@]*) language=${named%%[_.@]*} ;; esac
    case $named in [a-z][a-z]_[A-Z][A-Z]*) country=${named#*_}; country=${country%%[.@]*} ;; esac
    LC_ALL=C.UTF-8
    export LC_ALL
else
    # One that cannot spell every name is replaced, for the character set alone.
    case "${LC_ALL:-${LC_CTYPE:-${LANG:-C}}}" in
        *UTF-8* | *utf8* | *utf-8* | *UTF8*) ;;
        *)
            [ -z "${LC_ALL:-}" ] || { LANG=$LC_ALL; export LANG; unset LC_ALL; }
            LC_CTYPE=C.UTF-8
            export LC_CTYPE
            ;;
    esac
fi
