
# Ids of entries behind the verbs that take them; without a slash, the last part of an id will do.
_zhegang_and_ids() {
    _zhegang "$@"
    local cur="${COMP_WORDS[COMP_CWORD]}" word id verb="" before="" records=() ends=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case "$word" in
            open|show|graph) verb="$word"; break ;;
            *) [[ "$before" != --* && -e "$word" ]] && records+=("$word") ;;
        esac
        before="$word"
    done
    [[ -z "$verb" || "$cur" == -* ]] && return
    COMPREPLY=()
    while IFS= read -r id; do
        [[ "$id" == "$cur"* ]] && COMPREPLY+=("$(printf %q "$id")")
        [[ "${id##*/}" == "$cur"* ]] && ends+=("$(printf %q "${id##*/}")")
    done < <("${COMP_WORDS[0]}" "${records[@]}" list --ids 2>/dev/null)
    [[ ${#COMPREPLY[@]} -eq 0 ]] && COMPREPLY=("${ends[@]}")
}
complete -F _zhegang_and_ids -o bashdefault -o default zhegang
