package org.tenon.files.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What lies in a home's folder of contents. */
record Folder(Path home) {

    /** Published contents. */
    List<Path> contents() throws IOException {
        return all().stream().filter(file -> !file.getParent().endsWith("new")).toList();
    }

    List<Path> drafts() throws IOException {
        return all().stream().filter(file -> file.getParent().endsWith("new")).toList();
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("files"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
