# Read last by the launchers of a checkout and of the image: becomes Java. They set what differs between them:
# java (the program), arguments (what the build wrote for it), nodes and window (Java's caches), sqlite (where its library is, or nothing),
# folder (that of the program, where the profile is kept in it, or nothing), loader (what starts Java where it may not start itself, or nothing),
# language, country (those of the user, where Java cannot see them; or nothing), launcher (their own path, by which the desktop starts the window again).
cache=$nodes   # what the nodes that a command starts get
later=
# The window has a cache of its own, so that a command does not load it. Taken for the other, either is only slower.
# Java looks later whether a method is to be compiled: compiling takes the cores from the first page (docs/adr/0036).
[ -n "$command" ] || [ ! -s "$window" ] || { cache=$window; later="-XX:Tier0InvokeNotifyFreqLog=10 -XX:Tier0BackedgeNotifyFreqLog=14"; }
# Java refuses a cache beside options about archives of classes: then without.
case "${JDK_JAVA_OPTIONS:-} ${JAVA_TOOL_OPTIONS:-}" in *-Xshare* | *SharedArchiveFile* | *AOT*) cache=/dev/null ;; esac
set -- "@$arguments" "$@"
[ -z "$sqlite" ] || set -- "-Dorg.sqlite.lib.path=$sqlite" "$@"
[ -n "$command" ] || set -- "-Dlandline.launcher=$launcher" "$@"
[ -z "$language" ] || set -- "-Duser.language=$language" "$@"
[ -z "$country" ] || set -- "-Duser.country=$country" "$@"
[ -z "$folder" ] || set -- "-Dlandline.folder=$folder" "$@"
if [ -s "$cache" ]; then
    set -- "-XX:AOTCache=$cache" -XX:+UnlockDiagnosticVMOptions -XX:+AOTReplayTraining $later -Xlog:aot=off "-Dlandline.aot.cache=$nodes" "$@"
fi
exec ${loader:+"$loader"} "$java" "$@"
