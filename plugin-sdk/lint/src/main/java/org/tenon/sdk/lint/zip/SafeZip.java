package org.tenon.sdk.lint.zip;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tenon.sdk.lint.text.Sentence;

/**
 * A zip file from anyone. Opening checks every name: none leads outside, none comes twice (in whatever case), none is a link, none is encrypted.
 * Reading counts what comes out against the budget and checks it against its sum. For one thread.
 */
public final class SafeZip implements Closeable {

    private final ZipFile zip;
    private final Budget budget;
    private final List<String> names;

    private SafeZip(ZipFile zip, Budget budget, List<String> names) {
        this.zip = zip;
        this.budget = budget;
        this.names = names;
    }

    /** @throws ArchiveException saying what is wrong with the file */
    public static SafeZip open(Path file, Budget budget) throws IOException {
        if (Files.size(file) > Budget.FILE) {
            throw new ArchiveException(Sentence.of("lint.zip.tooLarge", Budget.FILE >> 20));
        }
        List<Directory.Entry> entries = Directory.read(file);
        budget.entries(entries.size());
        Set<String> seen = new HashSet<>();
        for (Directory.Entry entry : entries) {
            check(entry, seen);
        }
        ZipFile zip = open(file);
        if (!zip.stream().map(ZipEntry::getName).toList().equals(entries.stream().map(Directory.Entry::name).toList())) {
            zip.close();
            throw new ArchiveException(Sentence.of("lint.zip.twoLists"));
        }
        return new SafeZip(zip, budget, zip.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList());
    }

    private static void check(Directory.Entry entry, Set<String> seen) throws ArchiveException {
        EntryNames.check(entry.name());
        if (entry.special()) {
            throw new ArchiveException(Sentence.of("lint.zip.link", entry.name()));
        }
        if (entry.encrypted()) {
            throw new ArchiveException(Sentence.of("lint.zip.encrypted", entry.name()));
        }
        if (!seen.add(entry.name().toLowerCase(Locale.ROOT))) {
            throw new ArchiveException(Sentence.of("lint.zip.twice", entry.name()));
        }
    }

    private static ZipFile open(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new ArchiveException(Sentence.of("lint.zip.unreadable"), e);
        }
    }

    /** The files in it, without folders, in their order. */
    public List<String> names() {
        return names;
    }

    public boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** The contents. @throws ArchiveException if there is no such file, it is damaged or too large */
    public byte[] bytes(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copy(name, out);
        return out.toByteArray();
    }

    /** Writes the contents to a new file. */
    public void copy(String name, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            copy(name, out);
        }
    }

    /** Reads every file once, so that limits and sums hold for all of it. */
    public void readAll() throws IOException {
        for (String name : names) {
            copy(name, OutputStream.nullOutputStream());
        }
    }

    /** Unpacks all of it below an existing folder. */
    public void unpack(Path folder) throws IOException {
        for (String name : names) {
            Path target = folder.resolve(name).normalize();
            if (!target.startsWith(folder.normalize())) {
                throw new ArchiveException(Sentence.of("lint.zip.outside", name));
            }
            Files.createDirectories(target.getParent());
            copy(name, target);
        }
    }

    private void copy(String name, OutputStream out) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || entry.isDirectory()) {
            throw new ArchiveException(Sentence.of("lint.zip.absent", name));
        }
        CRC32 sum = new CRC32();
        long total = 0;
        byte[] buffer = new byte[16_384];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                total += read;
                budget.bytes(read);
                if (total > Budget.SMALL && total > Budget.RATIO * Math.max(1, entry.getCompressedSize())) {
                    throw new ArchiveException(Sentence.of("lint.zip.bomb", name));
                }
                sum.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        } catch (ZipException e) {
            throw new ArchiveException(Sentence.of("lint.zip.damaged", name), e);
        }
        if (sum.getValue() != entry.getCrc() || total != entry.getSize()) {
            throw new ArchiveException(Sentence.of("lint.zip.damaged", name));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
