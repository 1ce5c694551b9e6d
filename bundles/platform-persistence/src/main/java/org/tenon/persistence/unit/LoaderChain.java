package org.tenon.persistence.unit;

import java.net.URL;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks in an area first, then in the platform and in OpenJPA, neither of which the area sees whole. */
final class LoaderChain extends ClassLoader {

    private final List<ClassLoader> others;

    LoaderChain(ClassLoader area, ClassLoader... others) {
        super(area);
        this.others = List.of(others);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ClassNotFoundException last = new ClassNotFoundException(name);
        for (ClassLoader other : others) {
            try {
                return other.loadClass(name);
            } catch (ClassNotFoundException e) {
                last = e;
            }
        }
        throw last;
    }

    @Override
    protected @Nullable URL findResource(String name) {
        return others.stream().map(other -> other.getResource(name)).filter(url -> url != null).findFirst().orElse(null);
    }
}
