// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code qom completion}: writes what a shell needs to complete the command's words. */
@Command(
        name = "completion",
        description = "Write a script that makes bash or zsh complete commands, options, types and files.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Now, in this shell:        source <(qom completion bash)",
            "From now on, with bash:    qom completion bash > ~/.local/share/bash-completion/completions/qom",
            "From now on, with zsh:     echo 'source <(qom completion zsh)' >> ~/.zshrc"
        })
final class CompletionCommand implements Callable<Integer> {
    /** The shells. */
    enum Shell {
        BASH,
        ZSH
    }

    /** Their names, for completion. */
    static final class ShellNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("bash", "zsh").iterator();
        }
    }

    @Parameters(paramLabel = "SHELL", completionCandidates = ShellNames.class, description = "bash or zsh.")
    private Shell shell = Shell.BASH;

    @Override
    public Integer call() {
        String script = AutoComplete.bash("qom", QomCommand.whole());
        Terminal.out()
                .text(
                        switch (shell) {
                            case BASH -> script;
                            case ZSH -> "autoload -Uz compinit bashcompinit && compinit && bashcompinit\n" + script;
                        });
        return 0;
    }
}
