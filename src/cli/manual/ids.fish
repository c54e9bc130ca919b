function __fish_zhegang_ids
    set -l record
    for word in (commandline -opc)[2..]
        test -f "$word"; and set record $word
    end
    set -l ids (zhegang $record list --ids 2>/dev/null)
    string join \n -- $ids
    string replace -r '.*/' '' -- $ids
end
