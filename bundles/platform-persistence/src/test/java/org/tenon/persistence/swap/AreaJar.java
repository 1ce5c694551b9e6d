package org.tenon.persistence.swap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Packs classes and resources of this module's tests into a bundle. */
final class AreaJar {

    private final Manifest manifest = new Manifest();
    private final Map<String, String> files = new LinkedHashMap<>();

    AreaJar(String name, String version) {
        header("Manifest-Version", "1.0").header("Bundle-ManifestVersion", "2")
            .header("Bundle-SymbolicName", name).header("Bundle-Version", version);
    }

    AreaJar header(String name, String value) {
        manifest.getMainAttributes().put(new Attributes.Name(name), value);
        return this;
    }

    AreaJar type(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        files.put(file, "/" + file);
        return this;
    }

    AreaJar file(String name, String resource) {
        files.put(name, resource);
        return this;
    }

    InputStream stream() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                try (InputStream content = AreaJar.class.getResourceAsStream(file.getValue())) {
                    content.transferTo(jar);
                }
                jar.closeEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
