// SPDX-License-Identifier: Apache-2.0
/**
 * The object model a second time, naively: plain lists and searches that follow the rules word by word and nothing else.
 *
 * <p>Random types, trees and operations drive both; after each operation both must say the same, and the invariants of a tree
 * must hold.
 */
@NullMarked
package io.qom4j.core.naive;

import org.jspecify.annotations.NullMarked;
