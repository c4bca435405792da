# Read by the launchers, which then start Java with the arguments that are left.
# A link has the words of a room, and everybody on this computer sees the arguments of a process: Java reads it from a descriptor.
# It is taken only behind options: a text behind a command may be a message to somebody.
unset LANDLINE_LINK LANDLINE_LINK_FD   # of a start before, whose window has opened the program that starts this one
links=   # a line each: Java refuses more than one
value=
place=0
places=   # of the links among the arguments
for each in "$@"; do
    place=$((place + 1))
    bare=${each#"${each%%[![:space:]]*}"}
    case $bare in
        [Ll][Aa][Nn][Dd][Ll][Ii][Nn][Ee]:*)
            links="${links:+$links
}$bare"
            places="$places $place "
            value=
            ;;
        -*) value=1 ;;
        *)
            [ -n "$value" ] || break
            value=
            ;;
    esac
done
if [ -n "$links" ]; then
    count=$#
    place=0
    while [ "$place" -lt "$count" ]; do
        place=$((place + 1))
        case $places in *" $place "*) ;; *) set -- "$@" "$1" ;; esac
        shift
    done
    exec 3<<LINK
$links
LINK
    LANDLINE_LINK_FD=3
    export LANDLINE_LINK_FD
fi
unset links each bare
