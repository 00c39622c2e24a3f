// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The shell where no person types: lines in, answers out, and nothing besides.
 *
 * <p>Confined to one thread.
 *
 * @param target who answers
 * @param in where the lines come from
 * @param out where answers go
 * @param err where refusals go
 */
public record PlainShell(ShellTarget target, InputStream in, PrintStream out, PrintStream err) {
    /**
     * Answers until the input ends or a line ends the target.
     *
     * @return the exit status: 0, or 1 if a line was refused
     * @throws IOException if the input cannot be read
     */
    public int run() throws IOException {
        int status = 0;
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Answer answer = target.answer(line);
            if (answer.isRefusal()) {
                status = 1;
            }
            PrintStream stream = answer.isRefusal() ? err : out;
            stream.print(answer.text());
            stream.flush();
            if (answer.isLast()) {
                break;
            }
        }
        return status;
    }
}
