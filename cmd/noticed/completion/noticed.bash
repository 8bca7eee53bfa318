# Completes noticed in bash. For this shell: source <(noticed completion bash)
_noticed() {
	local reply cur=${COMP_WORDS[COMP_CWORD]}
	mapfile -t reply < <("${COMP_WORDS[0]/#\~/$HOME}" __complete bash -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
	if [ "$cur" = = ]; then cur=; fi
	case ${reply[0]-} in
	files) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$cur") ;;
	dirs) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$cur") ;;
	*) COMPREPLY=("${reply[@]:1}") ;;
	esac
} 2>/dev/null
complete -F _noticed noticed
