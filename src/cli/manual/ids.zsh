(( $+functions[_zhegang_verbs_and_files] )) ||
_zhegang_verbs_and_files() {
    _zhegang_commands
    _files
}
# Ids of entries; without a slash, the last part of an id will do.
(( $+functions[_zhegang_ids] )) ||
_zhegang_ids() {
    local word before
    local -a records ids
    for word in ${${(z)LBUFFER}[2,-1]}; do
        [[ $word == (open|show|graph) ]] && break
        [[ $before != --* && -e ${(Q)word} ]] && records+=(${(Q)word})
        before=$word
    done
    ids=(${(f)"$(_call_program ids zhegang ${(q)records} list --ids 2>/dev/null)"})
    compadd -a ids || { ids=(${ids##*/}); compadd -a ids }
}

