// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.config.diagnostic.Diagnostic;
import java.util.List;

/** Short ways for tests of documents; JSON is written with single quotes. */
final class Documents {
    private Documents() {}

    static List<QomObject> load(Qom qom, String json) {
        return ConfigLoader.of(qom).text(json, "vm.json").load().objects();
    }

    static List<Diagnostic> check(String json) {
        try (Qom qom = Workshop.open()) {
            return ConfigLoader.of(qom).text(json, "vm.json").check();
        }
    }

    /** Returns what is wrong as {@code line:column code}. */
    static List<String> codes(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(each -> each.position().line() + ":" + each.position().column() + " " + each.code())
                .toList();
    }
}
