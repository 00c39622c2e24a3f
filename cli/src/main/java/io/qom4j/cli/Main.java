// SPDX-License-Identifier: Apache-2.0

package io.qom4j.cli;

/** The entry of the {@code qom} command. */
public final class Main {

    private Main() {}

    /**
     * Runs the command.
     *
     * @param args the words after {@code qom}
     */
    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println("qom 0.1.0-SNAPSHOT");
            return;
        }
        System.err.println("qom: unknown command; known is: --version");
        System.exit(2);
    }
}
