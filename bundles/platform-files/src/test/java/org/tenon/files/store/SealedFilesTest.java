package org.tenon.files.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.tenon.sdk.Kind;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.file.StoredFile;
import org.tenon.sdk.record.RecordRef;
import org.tenon.testkit.BothDatabases;
import org.tenon.testkit.TestDatabase;

class SealedFilesTest {

    private static final RecordRef TREE = new RecordRef("sample.tree", 7);

    @TempDir
    private Path home;

    @BothDatabases
    void whatIsKeptComesBackAndLiesSealedOnTheDisk(TestDatabase database) throws SQLException, IOException {
        try (Shelf shelf = new Shelf(database, home)) {
            byte[] content = new byte[300_000];
            new Random(1).nextBytes(content);
            StoredFile random = shelf.keep("数据.bin", content, null);
            StoredFile text = shelf.keep("合同.txt", "甲方:上海泰诺");

            assertThat(shelf.read(random.id())).isEqualTo(content);
            assertThat(random.size()).isEqualTo(300_000);
            assertThat(new String(shelf.read(text.id()), StandardCharsets.UTF_8)).isEqualTo("甲方:上海泰诺");
            assertThat(shelf.files.find(text.id())).contains(text);
            assertThat(text.memberId()).isEqualTo(42);
            assertThat(text.createdAt()).isEqualTo(LocalDateTime.parse("2026-11-23T08:00:00"));
            assertThat(text.expiresAt()).isNull();
            for (Path file : shelf.folder.contents()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith("TNF1")
                    .doesNotContain(new String("甲方".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
            }
            assertThat(shelf.folder.drafts()).isEmpty();
        }
    }

    @BothDatabases
    void equalContentsLieOnceAndGoWithTheLastFile(TestDatabase database) throws SQLException, IOException {
        try (Shelf shelf = new Shelf(database, home)) {
            StoredFile first = shelf.keep("a.txt", "the same");
            StoredFile second = shelf.keep("b.txt", "the same");
            assertThat(first.sha256()).isEqualTo(second.sha256());
            assertThat(shelf.folder.contents()).hasSize(1);

            shelf.files.remove(first.id());
            assertThat(new String(shelf.read(second.id()), StandardCharsets.UTF_8)).isEqualTo("the same");
            shelf.files.remove(second.id());
            shelf.files.remove(second.id());
            assertThat(shelf.folder.contents()).isEmpty();
            assertThatThrownBy(() -> shelf.read(second.id())).isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND));
        }
    }

    @BothDatabases
    void keepingAndRemovingTheSameContentAtOnceNeverLosesIt(TestDatabase database) throws Exception {
        try (Shelf shelf = new Shelf(database, home)) {
            ExecutorService pool = Executors.newFixedThreadPool(4);
            List<Future<Boolean>> results = new ArrayList<>();
            Callable<Boolean> round = () -> {
                for (int i = 0; i < 25; i++) {
                    StoredFile file = shelf.keep("c.txt", "fought over");
                    assertThat(new String(shelf.read(file.id()), StandardCharsets.UTF_8)).isEqualTo("fought over");
                    shelf.files.remove(file.id());
                }
                return true;
            };
            for (int i = 0; i < 4; i++) {
                results.add(pool.submit(round));
            }
            for (Future<Boolean> result : results) {
                assertThat(result.get()).isTrue();
            }
            pool.shutdown();
            shelf.files.sweep().leftovers();
            assertThat(shelf.folder.contents()).isEmpty();
            assertThat(shelf.folder.drafts()).isEmpty();
        }
    }

    @BothDatabases
    void aKeepThatRollsBackLeavesNothingAfterTheSweep(TestDatabase database) throws SQLException, IOException {
        try (Shelf shelf = new Shelf(database, home)) {
            assertThatThrownBy(() -> shelf.persistence.tx().run(() -> {
                shelf.keep("gone.txt", "never committed");
                throw TenonException.conflict("no");
            })).hasMessage("no");
            assertThat(database.count("SELECT COUNT(*) FROM files_file")).isZero();
            shelf.files.sweep().leftovers();
            assertThat(shelf.folder.contents()).isEmpty();
        }
    }

    /** As after kill -9: a draft half written, a content whose row says that nobody has it. */
    @BothDatabases
    void theSweepClearsWhatACrashLeftAndKeepsTheRest(TestDatabase database) throws SQLException, IOException {
        try (Shelf shelf = new Shelf(database, home)) {
            StoredFile kept = shelf.keep("kept.txt", "kept");
            StoredFile orphan = shelf.keep("orphan.txt", "orphan");
            database.execute("DELETE FROM files_file WHERE id = " + orphan.id().value());
            database.execute("UPDATE files_content SET uses = 0 WHERE sha256 = '" + orphan.sha256() + "'");
            Path old = Files.createFile(home.resolve("files/new/old.part"));
            Files.setLastModifiedTime(old, FileTime.from(Instant.parse("2026-11-22T07:00:00Z")));
            Path running = Files.createFile(home.resolve("files/new/running.part"));
            Files.setLastModifiedTime(running, FileTime.from(Instant.parse("2026-11-23T07:59:00Z")));

            shelf.files.sweep().leftovers();

            assertThat(shelf.folder.contents()).singleElement().satisfies(file -> assertThat(file.getFileName()).hasToString(kept.sha256()));
            assertThat(shelf.folder.drafts()).containsExactly(running);
            assertThat(new String(shelf.read(shelf.keep("again.txt", "orphan").id()), StandardCharsets.UTF_8)).isEqualTo("orphan");
        }
    }

    @BothDatabases
    void aFileGoesWhenItsTimeHasComeUnlessARecordHasIt(TestDatabase database) throws SQLException, IOException {
        try (Shelf shelf = new Shelf(database, home)) {
            StoredFile passing = shelf.keep("a.txt", "a".getBytes(StandardCharsets.UTF_8), Duration.ofHours(24));
            StoredFile attached = shelf.keep("b.txt", "b".getBytes(StandardCharsets.UTF_8), Duration.ofHours(24));
            assertThat(passing.expiresAt()).isEqualTo(LocalDateTime.parse("2026-11-24T08:00:00"));
            assertThat(shelf.files.attach(attached.id(), TREE)).satisfies(file -> {
                assertThat(file.owner()).isEqualTo(TREE);
                assertThat(file.expiresAt()).isNull();
            });

            shelf.pass(Duration.ofHours(24));
            shelf.files.sweep().expired();

            assertThat(shelf.files.find(passing.id())).isEmpty();
            assertThat(shelf.files.of(TREE)).extracting(StoredFile::id).containsExactly(attached.id());
            assertThat(shelf.folder.contents()).hasSize(1);
        }
    }

    @BothDatabases
    void aFileBelongsToOneRecord(TestDatabase database) throws SQLException, IOException {
        try (Shelf shelf = new Shelf(database, home)) {
            StoredFile file = shelf.keep("a.txt", "a");
            StoredFile later = shelf.keep("b.txt", "b");
            shelf.files.attach(file.id(), TREE);
            shelf.files.attach(file.id(), TREE);
            shelf.files.attach(later.id(), TREE);
            assertThatThrownBy(() -> shelf.files.attach(file.id(), new RecordRef("sample.tree", 8)))
                .isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT));
            assertThat(shelf.files.of(TREE)).extracting(StoredFile::name).containsExactly("b.txt", "a.txt");
        }
    }

    @BothDatabases
    void aFileIsHandedOverByTheRecordThatHasItAlone(TestDatabase database) throws SQLException, IOException {
        RecordRef other = new RecordRef("sample.tree", 8);
        try (Shelf shelf = new Shelf(database, home)) {
            StoredFile file = shelf.keep("a.txt", "a");
            assertThat(shelf.files.move(file.id(), TREE, other)).isFalse();
            shelf.files.attach(file.id(), TREE);
            assertThat(shelf.files.move(file.id(), other, TREE)).isFalse();
            assertThat(shelf.files.move(file.id(), TREE, other)).isTrue();
            assertThat(shelf.files.of(other)).extracting(StoredFile::id).containsExactly(file.id());
            assertThat(shelf.files.of(TREE)).isEmpty();
        }
    }

    @BothDatabases
    void tooLargeAndRefusedFilesLeaveNothing(TestDatabase database) throws SQLException, IOException {
        try (Shelf shelf = new Shelf(database, home)) {
            shelf.keep("fits.bin", new byte[(int) Shelf.LIMIT], null);
            assertThatThrownBy(() -> shelf.keep("large.bin", new byte[(int) Shelf.LIMIT + 1], null))
                .isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE));
            byte[] program = new byte[64];
            System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0x3e, 0}, 0, program, 0, 20);
            assertThatThrownBy(() -> shelf.keep("invoice.pdf", program, null))
                .isInstanceOfSatisfying(TenonException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID));
            assertThat(database.count("SELECT COUNT(*) FROM files_file")).isEqualTo(1);
            assertThat(shelf.folder.contents()).hasSize(1);
            assertThat(shelf.folder.drafts()).isEmpty();
        }
    }

    @BothDatabases
    void aChangedContentIsNotGivenOut(TestDatabase database) throws SQLException, IOException {
        try (Shelf shelf = new Shelf(database, home)) {
            StoredFile file = shelf.keep("a.txt", "x".repeat(200_000));
            Path content = shelf.folder.contents().get(0);
            byte[] sealed = Files.readAllBytes(content);

            sealed[150_000] ^= 1;
            Files.write(content, sealed);
            assertThatThrownBy(() -> shelf.read(file.id())).isInstanceOf(IOException.class).hasMessageContaining("not as it was written");

            sealed[150_000] ^= 1;
            Files.write(content, java.util.Arrays.copyOf(sealed, 4 + 32 + 2 * (64 * 1024 + 16)));
            assertThatThrownBy(() -> shelf.read(file.id())).isInstanceOf(IOException.class).hasMessageContaining("not as it was written");

            Files.write(content, sealed, StandardOpenOption.TRUNCATE_EXISTING);
            assertThat(shelf.read(file.id())).hasSize(200_000);
            Files.delete(content);
            assertThatThrownBy(() -> shelf.read(file.id())).isInstanceOf(UncheckedIOException.class).hasCauseInstanceOf(NoSuchFileException.class);
        }
    }

    @BothDatabases
    void theKeyOutlivesARestartAndIsNeverMadeAnew(TestDatabase database) throws SQLException, IOException {
        try (Shelf shelf = new Shelf(database, home)) {
            StoredFile file = shelf.keep("a.txt", "a");
            try (SealedFiles again = shelf.another(); var content = again.open(file.id())) {
                assertThat(content.readAllBytes()).containsExactly('a');
            }
            assertThat(Files.getPosixFilePermissions(home.resolve("keys/files.key"))).hasSize(2);
            Files.delete(home.resolve("keys/files.key"));
            assertThatThrownBy(shelf::another).isInstanceOf(IOException.class).hasMessageContaining("files.key is missing");
            assertThat(home.resolve("keys/files.key")).doesNotExist();
        }
    }

    @BothDatabases
    void aStreamThatBreaksOffLeavesNothing(TestDatabase database) throws SQLException, IOException {
        try (Shelf shelf = new Shelf(database, home)) {
            var broken = new java.io.SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new java.io.InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("the line is dead");
                }
            });
            assertThatThrownBy(() -> Shelf.WANG.run(() -> shelf.files.keep("a.bin", broken, null))).isInstanceOf(UncheckedIOException.class);
            assertThat(shelf.folder.drafts()).isEmpty();
            assertThat(shelf.folder.contents()).isEmpty();
        }
    }
}
