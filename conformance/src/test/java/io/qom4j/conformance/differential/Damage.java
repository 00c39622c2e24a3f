// SPDX-License-Identifier: Apache-2.0
package io.qom4j.conformance.differential;

/**
 * What makes a sound text unsound, most often.
 *
 * @param choice what decides
 */
record Damage(Choice choice) {
    private static final String PIECES = "{}[]:,\"'\\ \t\n0123456789+-.eEtrufalsn@#ä\u007f\u0001\ufffe";

    String of(String text) {
        StringBuilder damaged = new StringBuilder(text);
        for (int i = choice.below(3); i >= 0 && !damaged.isEmpty(); i--) {
            int at = choice.below(damaged.length());
            String piece = String.valueOf(PIECES.charAt(choice.below(PIECES.length())));
            switch (choice.below(5)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.insert(at, piece);
                case 2 -> damaged.replace(at, at + 1, piece);
                case 3 -> damaged.setLength(at);
                default -> damaged.insert(at, damaged.substring(0, choice.below(damaged.length())));
            }
        }
        return damaged.toString();
    }
}
