// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.qom4j.core.ObjectClass;
import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import io.qom4j.core.UserCreatable;
import io.qom4j.core.annotation.ClassInit;
import io.qom4j.core.annotation.QomProperty;
import io.qom4j.core.annotation.QomType;
import io.qom4j.core.property.IntegerProperty;
import io.qom4j.core.value.ValueType;
import org.junit.jupiter.api.Test;

class QemuHelpTest {
    /** Words that a property may hold. */
    enum OnOffAuto {
        ON,
        OFF,
        AUTO
    }

    @QomType(name = "block-device")
    static final class BlockDevice extends QomObject implements UserCreatable {
        @QomProperty(description = "on/off/auto", defaultValue = "auto")
        OnOffAuto accountFailed;

        @QomProperty(defaultValue = "0", unsigned = true)
        int cyls;

        @QomProperty(
                name = "addr",
                description = "Slot and optional function number, example: 06.0 or 06",
                defaultValue = "-1")
        int address;

        @QomProperty(description = "Preallocate memory")
        boolean prealloc;

        @QomProperty(description = "Number of CPU threads to use for prealloc", typeName = "int")
        long preallocThreads;

        @QomProperty
        String memPath;

        @QomProperty(description = "Twenty-four columns")
        boolean exactlyTwentyFou;

        @QomProperty
        final int constant = 1;

        @ClassInit
        static void more(ObjectClass oc) {
            oc.declare(IntegerProperty.<BlockDevice>of("hidden", ValueType.size(), d -> 0, (d, v) -> {}))
                    .defaultValue(5)
                    .unadvertised();
        }
    }

    @QomType(name = "Can-bus")
    static final class CanBus extends QomObject implements UserCreatable {}

    private final Qom qom = Qom.builder().build();

    QemuHelpTest() {
        qom.types().register(BlockDevice.class);
        qom.types().register(CanBus.class);
    }

    @Test
    void optionsAreSortedByTheFinishedLineAndDescribedFromColumn24() {
        assertThat(QemuHelp.options(qom.types().get("block-device")))
                .containsExactly(
                        "block-device options:",
                        "  account-failed=<OnOffAuto> - on/off/auto (default: \"auto\")",
                        "  addr=<int32>           - Slot and optional function number, example: 06.0 or 06 (default: -1)",
                        "  cyls=<uint32>          -  (default: 0)",
                        "  exactly-twenty-fou=<bool> - Twenty-four columns",
                        "  hidden=<int>",
                        "  mem-path=<string>",
                        "  prealloc-threads=<int> - Number of CPU threads to use for prealloc",
                        "  prealloc=<bool>        - Preallocate memory");
    }

    @Test
    void typeWithoutOptionsSaysSo() {
        assertThat(QemuHelp.options(qom.types().get("Can-bus"))).containsExactly("There are no options for Can-bus.");
    }

    @Test
    void creatableTypesAreListedWithoutRegardToCase() {
        assertThat(QemuHelp.types(qom.types()))
                .containsExactly("List of user creatable objects:", "  block-device", "  Can-bus");
    }
}
