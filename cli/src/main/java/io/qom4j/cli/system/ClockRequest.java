// SPDX-License-Identifier: Apache-2.0
package io.qom4j.cli.system;

import java.util.Set;
import java.util.regex.Pattern;

/** What {@code -rtc} asks of a clock, which no machine here has: checked, and without effect. Stateless. QEMU: softmmu/rtc.c. */
final class ClockRequest {
    private static final Set<String> WORDS = Set.of("utc", "localtime");
    /** What follows a day is looked at only where it is a whole time, and otherwise ignored. */
    private static final Pattern DATE = Pattern.compile("\\s*[+-]?\\d+-[+-]?\\d+-[+-]?\\d+.*", Pattern.DOTALL);

    private ClockRequest() {}

    /**
     * Checks the options.
     *
     * @throws StartException if one cannot be
     */
    static void check(Options options) {
        String base = options.find("base");
        if (base != null && !WORDS.contains(base) && !DATE.matcher(base).matches()) {
            throw Place.NOWHERE.refusal(
                    "invalid datetime format", "valid formats: '2006-06-17T16:01:21' or '2006-06-17'");
        }
        checkWord(options, "clock", Set.of("host", "rt", "vm"));
        checkWord(options, "driftfix", Set.of("slew", "none"));
    }

    private static void checkWord(Options options, String name, Set<String> legal) {
        String value = options.find(name);
        if (value != null && !legal.contains(value)) {
            throw Place.NOWHERE.refusal("invalid option value '" + value + "'");
        }
    }
}
