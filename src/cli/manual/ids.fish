function __fish_zhegang_ids
    set -l records
    set -l before
    for word in (commandline -opc)[2..]
        contains -- "$word" open show graph; and break
        string match -q -- '--*' "$before"; or test ! -e "$word"; or set -a records $word
        set before $word
    end
    set -l ids (zhegang $records list --ids 2>/dev/null)
    string join \n -- $ids
    string replace -r '.*/' '' -- $ids
end
