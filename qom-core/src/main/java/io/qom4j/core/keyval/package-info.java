// SPDX-License-Identifier: Apache-2.0
/**
 * Parameters as {@code key=value,key=value}: two grammars, and a visitor for each.
 *
 * <p>QEMU has two of them, and both live on. {@link io.qom4j.core.keyval.Keyval} is the newer one, of the human monitor and the
 * storage tools: dotted keys make a tree, {@code a.b=1,a.l.0=x}. {@link io.qom4j.core.keyval.OptionList} is the older one, of
 * {@code -object} on the command line: a flat list in which a repeated key is a list, and a key alone is a boolean.
 *
 * <pre>{@code
 * JsonDocument tree = Keyval.parse("memory-backend-ram,id=m0,size=4k", "qom-type").tree();
 * InputVisitor v = new KeyvalInputVisitor(tree, WarningSink.IGNORE);
 * v.beginStruct(null);
 * long size = v.readSize("size");              // 4096
 *
 * OptionList options = OptionList.parse("memory-backend-ram,id=m0,host-nodes=0-1,host-nodes=3", "qom-type", warnings);
 * InputVisitor w = new OptionListVisitor(options, warnings);   // host-nodes: 0, 1, 3
 * }</pre>
 *
 * <p>In both, two commas stand for one within a value. Refusals are {@link io.qom4j.core.error.ValueException}s with QEMU's
 * texts; deprecated forms go to a {@link io.qom4j.core.text.WarningSink}.
 */
@NullMarked
package io.qom4j.core.keyval;

import org.jspecify.annotations.NullMarked;
