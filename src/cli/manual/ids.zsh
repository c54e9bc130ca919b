(( $+functions[_zhegang_verbs_and_files] )) ||
_zhegang_verbs_and_files() {
    _zhegang_commands
    _files
}
# Ids of entries; without a slash, the last part of an id will do.
(( $+functions[_zhegang_ids] )) ||
_zhegang_ids() {
    local word
    local -a record ids
    for word in ${${(z)LBUFFER}[2,-1]}; do
        [[ -f ${(Q)word} ]] && record=(${(Q)word}) && break
    done
    ids=(${(f)"$(_call_program ids zhegang ${(q)record} list --ids 2>/dev/null)"})
    compadd -a ids || { ids=(${ids##*/}); compadd -a ids }
}

