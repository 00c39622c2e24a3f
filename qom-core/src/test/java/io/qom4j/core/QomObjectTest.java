// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qom4j.core.error.ObjectException;
import io.qom4j.core.error.PropertyException;
import io.qom4j.core.error.ValueException;
import io.qom4j.core.property.BoolProperty;
import io.qom4j.core.property.Origin;
import io.qom4j.core.property.Origins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QomObjectTest {
    private Qom qom;
    private QomObject disk;

    @BeforeEach
    void makeDisk() {
        qom = Qom.builder().build();
        qom.types().register(Disk.TYPE_INFO);
        disk = qom.newObject("disk");
    }

    @Test
    void declaredDefaultIsSetOnANewObject() {
        assertThat(disk.getBool("read-only")).isTrue();
        assertThat(disk.origin("read-only")).isEqualTo(new Origin.Default("disk"));
        assertThat(disk.origin("sectors")).isSameAs(Origins.UNSET);
    }

    @Test
    void childTypeStartsWithItsOwnDefaultOfAnInheritedProperty() {
        qom.types()
                .register(TypeInfo.of("floppy", Disk.class)
                        .parent("disk")
                        .classInit(oc -> oc.overrideDefault("read-only", false))
                        .build());
        assertThat(qom.newObject("floppy").getBool("read-only")).isFalse();
        assertThat(qom.newObject("disk").getBool("read-only")).isTrue();
    }

    @Test
    void valueSetByNameIsReadByHandle() {
        disk.setBool("read-only", false);
        BoolProperty handle = (BoolProperty) disk.objectClass().property("read-only");
        assertThat(handle.get(disk)).isFalse();
        assertThat(disk.origin("read-only")).isSameAs(Origins.API);
    }

    @Test
    void unknownPropertyIsRefusedWithTheNearestName() {
        assertThatThrownBy(() -> disk.setBool("readonly", true)).isInstanceOfSatisfying(PropertyException.class, e -> {
            assertThat(e).hasMessage("Property 'disk.readonly' not found");
            assertThat(e.hints()).containsExactly("Did you mean 'read-only'?");
        });
    }

    @Test
    void valueOutOfRangeIsRefusedAndChangesNothing() {
        disk.setLong("sectors", 7);
        assertThatThrownBy(() -> disk.setLong("sectors", 1L << 32))
                .isInstanceOf(ValueException.class)
                .hasMessage("Parameter 'sectors' must be in range [0, 4294967295], not 4294967296");
        assertThat(disk.getLong("sectors")).isEqualTo(7);
    }

    @Test
    void propertyIsParsedFromText() {
        disk.parse("cache", "write-back");
        disk.parse("queues", "1-3,7");
        assertThat(disk.getEnum("cache", Disk.Cache.class)).isEqualTo(Disk.Cache.WRITE_BACK);
        assertThat(disk.print("queues", false)).isEqualTo("1-3,7");
        assertThat(disk.getString("cache")).isEqualTo("write-back");
    }

    @Test
    void lastReferenceEndsTheObject() {
        assertThat(disk.references()).isEqualTo(1);
        disk.unref();
        assertThat(disk.isFinalized()).isTrue();
        assertThatThrownBy(disk::ref).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void strongLinkKeepsItsTargetAlive() {
        QomObject mirror = qom.newObject("disk");
        disk.setLink("mirror", mirror);
        mirror.unref();
        assertThat(mirror.isFinalized()).isFalse();
        disk.unref();
        assertThat(mirror.isFinalized()).isTrue();
    }

    @Test
    void childHasACanonicalPath() {
        assertThat(disk.canonicalPath()).isNull();
        qom.tree().container("objects").addChild("d0", disk);
        assertThat(disk.canonicalPath()).isEqualTo("/objects/d0");
        assertThat(qom.find("/objects/d0")).isSameAs(disk);
        assertThat(qom.find("d0")).isSameAs(disk);
        assertThat(qom.find("objects/d0")).isSameAs(disk);
        disk.unparent();
        assertThat(qom.find("/objects/d0")).isNull();
        assertThat(qom.find("d0")).isNull();
    }

    @Test
    void arrayNamesTakeTheLowestFreeNumber() {
        for (int i = 0; i < 3; i++) {
            disk.addChild("part[*]", qom.newObject("disk"));
        }
        assertThat(disk.children()).extracting(QomObject::name).containsExactly("part[0]", "part[1]", "part[2]");
        disk.child("part[1]").unparent();
        assertThat(disk.addChild("part[*]", qom.newObject("disk"))).isEqualTo("part[1]");
        assertThat(disk.addChild("part[*]", qom.newObject("disk"))).isEqualTo("part[3]");
    }

    @Test
    void linkSetFromTextFindsItsTargetByPath() {
        QomObject mirror = qom.newObject("disk");
        qom.tree().container("objects").addChild("d1", mirror);
        disk.parse("mirror", "d1");
        assertThat(disk.getLink("mirror")).isSameAs(mirror);
        assertThat(disk.getString("mirror")).isEqualTo("/objects/d1");
        assertThatThrownBy(() -> disk.parse("mirror", "d2")).hasMessage("Device 'd2' not found");
        assertThatThrownBy(() -> disk.parse("mirror", "objects"))
                .hasMessage("Invalid parameter type for 'mirror', expected: disk");
    }

    @Test
    void objectCannotOwnItsOwner() {
        QomObject part = qom.newObject("disk");
        disk.addChild("part", part);
        assertThatThrownBy(() -> part.addChild("whole", disk)).isInstanceOf(ObjectException.class);
    }
}
