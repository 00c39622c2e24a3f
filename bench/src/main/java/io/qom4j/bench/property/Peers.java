// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

import io.qom4j.core.Qom;
import io.qom4j.core.QomObject;
import java.beans.BeanInfo;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.commons.beanutils.PropertyUtilsBean;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.EcorePackage;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;

/** The devices of each call, in the shape that each peer wants. */
@State(Scope.Thread)
public abstract class Peers {
    /** After how many calls the same ones come again: a few, which the processor learns, or so many that it cannot. */
    @Param({"64", "4096"})
    int period;

    String[] names;
    DeviceBean[] beans;
    QomObject[] objects;
    Map<String, PropertyDescriptor>[] descriptors;
    final PropertyUtilsBean beanUtils = new PropertyUtilsBean();
    BeanWrapper[] wrappers;
    EObject[] emf;
    ObjectName[] managed;
    final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    /** Returns which properties of a device are called. */
    abstract List<String> properties(DeviceKind kind);

    /** Makes the devices. */
    @Setup
    @SuppressWarnings("unchecked") // Java has no arrays of generic types
    public void makeDevices() {
        Calls calls = new Calls(this::properties, period);
        names = calls.names();
        beans = calls.perCall(DeviceBean[]::new, kind -> kind.bean().get());
        Qom qom = Qom.builder().build();
        Map<DeviceKind, Map<String, PropertyDescriptor>> described = new HashMap<>();
        Map<DeviceKind, EClass> classes = new HashMap<>();
        EPackage all = EcoreFactory.eINSTANCE.createEPackage();
        for (DeviceKind kind : DeviceKind.ALL) {
            qom.types().register(kind.type());
            described.put(kind, describe(kind.bean().get().getClass()));
            classes.put(kind, emfClass(kind, all));
        }
        objects = calls.perCall(
                QomObject[]::new, kind -> qom.newObject(kind.type().name()));
        descriptors = calls.perCall(Map[]::new, described::get);
        wrappers = calls.perCall(
                BeanWrapper[]::new,
                kind -> PropertyAccessorFactory.forBeanPropertyAccess(
                        kind.bean().get()));
        emf = calls.perCall(EObject[]::new, kind -> all.getEFactoryInstance().create(classes.get(kind)));
        managed = calls.perCall(ObjectName[]::new, this::register);
    }

    /** Looks up the descriptor of the property that a call names. */
    final PropertyDescriptor descriptor(int call) {
        return Objects.requireNonNull(descriptors[call].get(names[call]));
    }

    private static Map<String, PropertyDescriptor> describe(Class<?> bean) {
        try {
            BeanInfo info = Introspector.getBeanInfo(bean);
            Map<String, PropertyDescriptor> found = new HashMap<>();
            for (PropertyDescriptor each : info.getPropertyDescriptors()) {
                found.put(each.getName(), each);
            }
            return found;
        } catch (IntrospectionException e) {
            throw new IllegalStateException("no bean: " + bean, e);
        }
    }

    private static EClass emfClass(DeviceKind kind, EPackage all) {
        EClass made = EcoreFactory.eINSTANCE.createEClass();
        made.setName(kind.type().name());
        kind.booleans().forEach(name -> addAttribute(made, name, EcorePackage.Literals.EBOOLEAN));
        kind.integers().forEach(name -> addAttribute(made, name, EcorePackage.Literals.ELONG));
        List<EClassifier> classifiers = all.getEClassifiers();
        classifiers.add(made);
        return made;
    }

    private static void addAttribute(EClass to, String name, EDataType type) {
        EAttribute attribute = EcoreFactory.eINSTANCE.createEAttribute();
        attribute.setName(name);
        attribute.setEType(type);
        to.getEStructuralFeatures().add(attribute);
    }

    private ObjectName register(DeviceKind kind) {
        try {
            DynamicDevice bean = new DynamicDevice(kind);
            ObjectName name = new ObjectName("io.qom4j.bench:id=" + System.identityHashCode(bean));
            server.registerMBean(bean, name);
            return name;
        } catch (JMException e) {
            throw new IllegalStateException("not managed: " + kind, e);
        }
    }

    /** Takes the managed beans back. */
    @TearDown
    public void unregister() throws JMException {
        for (ObjectName each : server.queryNames(new ObjectName("io.qom4j.bench:*"), null)) {
            server.unregisterMBean(each);
        }
    }
}
