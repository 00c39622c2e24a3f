// SPDX-License-Identifier: Apache-2.0
package io.qom4j.bench.property;

import java.util.List;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.DynamicMBean;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;

/** A device that JMX manages: a dynamic MBean, which spares JMX its reflection. */
final class DynamicDevice implements DynamicMBean {
    private final DeviceBean bean;
    private final List<String> booleans;

    DynamicDevice(DeviceKind kind) {
        bean = kind.bean().get();
        booleans = kind.booleans();
    }

    @Override
    public Object getAttribute(String name) {
        return booleans.contains(name) ? (Object) bean.getBoolean(name) : (Object) bean.getLong(name);
    }

    @Override
    public void setAttribute(Attribute attribute) {
        if (attribute.getValue() instanceof Boolean flag) {
            bean.set(attribute.getName(), flag.booleanValue());
        } else {
            bean.set(attribute.getName(), ((Long) attribute.getValue()).longValue());
        }
    }

    @Override
    public AttributeList getAttributes(String[] names) {
        throw new UnsupportedOperationException("not measured");
    }

    @Override
    public AttributeList setAttributes(AttributeList attributes) {
        throw new UnsupportedOperationException("not measured");
    }

    @Override
    public Object invoke(String action, Object[] parameters, String[] signature) {
        throw new UnsupportedOperationException("there are no actions");
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        return new MBeanInfo(DynamicDevice.class.getName(), "a device", new MBeanAttributeInfo[0], null, null, null);
    }
}
