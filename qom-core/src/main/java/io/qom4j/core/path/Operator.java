// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.path;

/** How a filter compares a property's value with its own. */
enum Operator {
    EQUAL("="),
    UNEQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    LIKE("~");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** Tells whether only values that have an order can be compared this way. */
    boolean needsOrder() {
        return this != EQUAL && this != UNEQUAL && this != LIKE;
    }

    /** Tells what a comparison comes to whose two sides are ordered as a comparator says. */
    boolean holdsFor(int order) {
        return switch (this) {
            case EQUAL -> order == 0;
            case UNEQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case GREATER -> order > 0;
            case AT_LEAST -> order >= 0;
            case LIKE -> throw new IllegalArgumentException("~ compares no order");
        };
    }

    @Override
    public String toString() {
        return sign;
    }
}
