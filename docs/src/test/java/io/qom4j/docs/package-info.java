// SPDX-License-Identifier: Apache-2.0

/**
 * The tests of what people read, and of the rules of the house.
 *
 * <p>{@link io.qom4j.docs.PagesTest} runs every block of every page. How a block is run depends on its language:
 *
 * <ul>
 *   <li>{@code java}: statements, run in order, page by page, as one session; where the next block is {@code text}, it is
 *       what they print;
 *   <li>{@code shell}: a line that begins with {@code "$ "} is a command, what follows is what it prints; a line
 *       {@code ...} stands for any lines, and {@code (exit 1)} for the status of a command that fails;
 *   <li>{@code json}: a text that must be sound JSON;
 *   <li>{@code text}, {@code xml}, {@code mermaid}: are shown, not run. Any other language is a mistake.
 * </ul>
 */
@NullMarked
package io.qom4j.docs;

import org.jspecify.annotations.NullMarked;
