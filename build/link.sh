# Read by the launchers, which then start Java with the arguments that are left.
# A link has the words of a room, and everybody on this computer sees the arguments of a process: Java reads it from a descriptor.
# It is taken only behind options: a text behind a command may be a message to somebody.
link=
words=
value=
for each in "$@"; do
    case $each in
        [Ll][Aa][Nn][Dd][Ll][Ii][Nn][Ee]:*) [ -n "$words$link" ] || link=$each ;;
        -*) value=1 ;;
        *) [ -n "$value" ] || words=1; value= ;;
    esac
done
if [ -n "$link" ]; then
    count=$#
    while [ "$count" -gt 0 ]; do
        [ "$1" = "$link" ] || set -- "$@" "$1"
        shift
        count=$((count - 1))
    done
fi
if [ -n "$link" ]; then
    exec 3<<LINK
$link
LINK
    LANDLINE_LINK_FD=3
    export LANDLINE_LINK_FD
    link=
fi
