// SPDX-License-Identifier: Apache-2.0
/**
 * The shell: the human monitor with a line editor, a history and completion.
 *
 * <pre>{@code
 * try (ShellTarget target = ShellTarget.local(Monitor.of(qom))) {
 *     new LineCompletion(target).complete("qom-set m0 dump ");   // on, off
 *     target.answer("qom-get m0 size").text();                  // "1048576\n"
 * }
 * }</pre>
 *
 * <p>A {@link io.qom4j.cli.shell.ShellTarget} executes QMP commands, in this process or elsewhere; all that the shell shows and
 * proposes comes from these, so that it serves QEMU as it does a server of this project.
 * {@link io.qom4j.cli.shell.LineCompletion} knows what can stand at the end of a line, by the usage that {@code help} shows of each
 * command; {@link io.qom4j.cli.shell.LineShell} reads lines from a terminal, with JLine, which nothing else here needs; and
 * {@link io.qom4j.cli.shell.PlainShell} reads them where there is none.
 */
@NullMarked
package io.qom4j.cli.shell;

import org.jspecify.annotations.NullMarked;
