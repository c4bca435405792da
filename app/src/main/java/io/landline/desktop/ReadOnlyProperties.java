package io.landline.desktop;

import java.util.Map;
import org.freedesktop.dbus.errors.PropertyReadOnly;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/// An object on the message bus with properties of one interface, which others read. On threads of the library.
abstract class ReadOnlyProperties implements Properties {
    private final String path;
    private final String type;

    ReadOnlyProperties(String path, String type) {
        this.path = path;
        this.type = type;
    }

    /// By name, as they are now.
    abstract Map<String, Variant<?>> properties();

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the library takes a variant for any type
    public <A> @Nullable A Get(String asked, String name) {
        return (A) GetAll(asked).get(name); // null is refused as unknown
    }

    @Override
    public <A> void Set(String asked, String name, A value) {
        throw new PropertyReadOnly(name);
    }

    @Override
    public Map<String, Variant<?>> GetAll(String asked) {
        return type.equals(asked) ? properties() : Map.of();
    }

    @Override
    public String getObjectPath() {
        return path;
    }
}
