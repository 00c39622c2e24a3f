// SPDX-License-Identifier: Apache-2.0

package io.qom4j.docs;

import java.util.ArrayList;
import java.util.List;

/**
 * A fenced block of a page.
 *
 * @param place the page and the line at which the block begins, for messages
 * @param language the word after the opening fence; empty where there is none
 * @param name the words after the language: what the block is called, for example the file that it stands for; often empty
 * @param lines what stands between the fences
 */
record Block(String place, String language, String name, List<String> lines) {

    private static final String FENCE = "```";

    Block(String place, String language, List<String> lines) {
        this(place, language, "", lines);
    }

    Block {
        lines = List.copyOf(lines);
    }

    /** Returns the lines as one text; each ends in a newline. */
    String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /** Returns the fenced blocks of a page, in order. A fence may be indented; its block's lines then lose that indent. */
    static List<Block> of(String page, List<String> pageLines) {
        List<Block> blocks = new ArrayList<>();
        for (int at = 0; at < pageLines.size(); at++) {
            String opening = pageLines.get(at);
            if (!opening.strip().startsWith(FENCE)) {
                continue;
            }
            int indent = opening.indexOf(FENCE);
            String place = page + ":" + (at + 1);
            List<String> lines = new ArrayList<>();
            for (at++; at < pageLines.size() && !pageLines.get(at).strip().equals(FENCE); at++) {
                String line = pageLines.get(at);
                lines.add(line.length() >= indent ? line.substring(indent) : line.strip());
            }
            if (at == pageLines.size()) {
                throw new IllegalArgumentException(place + ": the block is not closed; end it with a line " + FENCE);
            }
            String[] words = opening.strip().substring(FENCE.length()).split(" ", 2);
            blocks.add(new Block(place, words[0], words.length > 1 ? words[1] : "", lines));
        }
        return List.copyOf(blocks);
    }
}
