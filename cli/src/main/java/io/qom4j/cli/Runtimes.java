// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli;

import io.qom4j.backends.BackendOptions;
import io.qom4j.backends.BackendsModule;
import io.qom4j.core.Qom;
import io.qom4j.core.text.Warning;

/** Makes the runtimes of commands. */
final class Runtimes {
    private static final String PREFIX = "warning: ";

    private Runtimes() {}

    /** Returns a runtime with every module, whose warnings are printed. */
    static Qom create(Terminal err) {
        return create(err, BackendOptions.STANDARD);
    }

    /** Returns a runtime with every module and memory backends of some kind, whose warnings are printed. */
    static Qom create(Terminal err, BackendOptions backends) {
        return Qom.builder()
                .discoverModules()
                .indexedTypes()
                .module(new BackendsModule(backends))
                .warnings(warning -> print(err, warning))
                .build();
    }

    private static void print(Terminal err, Warning warning) {
        String text = warning.message();
        boolean saysSo = text.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
        err.line("qom: " + (saysSo ? text : PREFIX + text));
        warning.hints().forEach(hint -> err.line("     " + hint));
    }
}
