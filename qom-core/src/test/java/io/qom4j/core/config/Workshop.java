// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.Qom;
import io.qom4j.core.QomModule;
import io.qom4j.core.TypeInfo;
import io.qom4j.core.TypeRegistry;
import io.qom4j.core.UserCreatable;
import java.util.ArrayList;
import java.util.List;

/**
 * Made-up types that the tests of documents use, and a log of what their objects do.
 *
 * <p>{@code part} (abstract) has {@code drive}, which has every kind of property, and {@code bus}, to which drives link;
 * {@code brittle} refuses when it is told to.
 */
final class Workshop implements QomModule {
    private final List<String> log = new ArrayList<>();

    /** Returns a runtime with the types. */
    static Qom open() {
        return Qom.builder().module(new Workshop()).build();
    }

    Qom runtime() {
        return Qom.builder().module(this).build();
    }

    /** Returns what the objects of {@code brittle} did. */
    List<String> log() {
        return log;
    }

    @Override
    public void registerTypes(TypeRegistry types) {
        types.register(TypeInfo.of("part", Part.class)
                .abstractType()
                .interfaces(UserCreatable.TYPE_NAME)
                .description("Anything in the workshop")
                .classInit(Part::classInit)
                .build());
        types.register(TypeInfo.of("drive", Drive.class)
                .parent("part")
                .factory(Drive::new)
                .description("Keeps data")
                .classInit(Drive::classInit)
                .build());
        types.register(TypeInfo.of("tape-drive", Drive.class).parent("drive").build());
        types.register(TypeInfo.of("bus", Bus.class)
                .parent("part")
                .factory(Bus::new)
                .classInit(Bus::classInit)
                .build());
        types.register(TypeInfo.of("brittle", Brittle.class)
                .parent("part")
                .factory(() -> new Brittle(log))
                .classInit(Brittle::classInit)
                .instancePostInit(Brittle::born)
                .instanceFinalize(Brittle::ended)
                .build());
        types.register(TypeInfo.of("screw", Screw.class).factory(Screw::new).build());
    }
}
