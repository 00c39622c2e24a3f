// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import io.qom4j.core.error.TypeException;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with an annotated class, all of it, so that it can be mended in one go.
 *
 * <p>Confined to one thread.
 */
final class Mistakes {
    private final Class<?> type;
    private final List<String> all = new ArrayList<>();

    Mistakes(Class<?> type) {
        this.type = type;
    }

    /** Adds a mistake of the class as a whole. */
    void add(String mistake) {
        all.add(mistake);
    }

    /** Adds a mistake of one member. */
    void add(Member member, String mistake) {
        all.add(describe(member) + " " + mistake);
    }

    static String describe(Member member) {
        return member instanceof Field ? "field '" + member.getName() + "'" : "method '" + member.getName() + "'";
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** Returns the refusal, which names the class and each mistake. */
    TypeException refusal() {
        return new TypeException(
                all.size() == 1
                        ? type.getName() + " is no sound type: " + all.getFirst()
                        : type.getName() + " is no sound type, for " + all.size() + " reasons:\n  "
                                + String.join("\n  ", all));
    }
}
