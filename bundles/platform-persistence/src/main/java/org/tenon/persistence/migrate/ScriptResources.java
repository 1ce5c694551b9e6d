package org.tenon.persistence.migrate;

import java.io.Reader;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Hands scripts to Flyway, wherever they come from. */
record ScriptResources(List<Script> scripts) implements ResourceProvider {

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return scripts.stream().filter(script -> script.name().equals(name)).findFirst().map(Resource::new).orElse(null);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.stream()
            .filter(script -> script.name().startsWith(prefix) && List.of(suffixes).stream().anyMatch(script.name()::endsWith))
            .map(script -> (LoadableResource) new Resource(script))
            .toList();
    }

    private static final class Resource extends LoadableResource {

        private final Script script;

        Resource(Script script) {
            this.script = script;
        }

        @Override
        public Reader read() {
            return new StringReader(script.text());
        }

        @Override
        public String getAbsolutePath() {
            return script.name();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return script.name();
        }

        @Override
        public String getFilename() {
            return script.name();
        }

        @Override
        public String getRelativePath() {
            return script.name();
        }
    }
}
