# Completes noticed in fish. For this shell: noticed completion fish | source
function __noticed_complete
    set -l current (commandline -ct)
    set -l before (commandline -opc)
    set -l reply ($before[1] __complete fish -- $before[2..-1] "$current" 2>/dev/null)
    set -l flag (string match -r -- '^--[^=]+=' $current)
    set -l begun (string replace -r -- '^--[^=]+=' '' "$current")
    switch "$reply[1]"
        case files
            printf '%s\n' "$flag"(__fish_complete_path $begun)
        case dirs
            printf '%s\n' "$flag"(__fish_complete_directories $begun)
        case words
            test (count $reply) -gt 1; and printf '%s\n' "$flag"$reply[2..-1]
    end
end
complete -c noticed -f -a '(__noticed_complete)'
