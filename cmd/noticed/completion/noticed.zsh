#compdef noticed
# Completes noticed in zsh. For this shell: source <(noticed completion zsh)
_noticed() {
	local -a reply items
	reply=("${(@f)$("${words[1]/#\~/$HOME}" __complete zsh -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
	compset -P '--*='
	case $reply[1] in
	files) _files ;;
	dirs) _files -/ ;;
	words)
		items=("${(@)reply[2,-1]}")
		_describe noticed items
		;;
	esac
}
if [ "$funcstack[1]" = _noticed ]; then _noticed "$@"; else compdef _noticed noticed; fi
