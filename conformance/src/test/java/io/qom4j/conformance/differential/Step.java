// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A text that is sent to both sides, and the form into which their answers are put before they are compared. Immutable.
 *
 * @param text what is sent; {@code {workdir}} stands for the folder in which each side has its files
 * @param isSound whether it is JSON from end to end
 * @param norm makes the form
 */
record Step(String text, boolean isSound, UnaryOperator<@Nullable Object> norm) {
    /** Returns a text that is JSON, whose answers must be equal as they are. */
    static Step of(String text) {
        return new Step(text, true, UnaryOperator.identity());
    }

    /** Returns a text that may be anything. */
    static Step broken(String text) {
        return new Step(text, false, UnaryOperator.identity());
    }

    Step comparedAs(UnaryOperator<@Nullable Object> form) {
        return new Step(text, isSound, form);
    }

    @Nullable Object form(@Nullable Object answer) {
        return norm.apply(answer);
    }

    @Override
    public String toString() {
        return text;
    }
}
