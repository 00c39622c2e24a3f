// SPDX-License-Identifier: Apache-2.0
/**
 * Between QEMU's command line and JSON documents, both ways.
 *
 * <pre>{@code
 * OptionImport read = OptionImport.of(List.of("-m", "4G", "-object", "memory-backend-ram,id=m0,size=1G"), types, warnings);
 * read.document();     // {"objects": [{"qom-type": "memory-backend-ram", "id": "m0", "size": "1G"}]}
 * read.passedOver();   // [-m 4G]
 * OptionExport.of(read.document(), types);   // [-object, memory-backend-ram,id=m0,size=1G]
 * }</pre>
 *
 * <p>Only {@code -object} has to do with objects that documents can describe; everything else is handed back.
 */
@NullMarked
package io.qom4j.core.config.convert;

import org.jspecify.annotations.NullMarked;
