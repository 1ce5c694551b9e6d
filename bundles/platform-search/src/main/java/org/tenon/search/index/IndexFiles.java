package org.tenon.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The index's files in one folder. One thread writes, all may search. */
public final class IndexFiles implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);
    private static final double BUFFER_MEGABYTES = 32;
    /** Between two values of a field, so that no phrase reaches from one into the next. */
    private static final int GAP = 8;

    private final Path folder;
    private volatile @Nullable Open open;

    private record Open(Directory directory, IndexWriter writer, SearcherManager searchers) {
    }

    /** Work with a searcher. */
    public interface Search<T> {
        T on(IndexSearcher searcher) throws IOException;
    }

    IndexFiles(Path folder) {
        this.folder = folder;
    }

    /** Opens what is there. A folder that holds no index Lucene can read is emptied first. @return what was committed with it last, empty for a new one */
    Map<String, String> open() {
        try {
            return start();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The search index in {} cannot be read and is made anew", folder, e);
            return recreate();
        }
    }

    /** Starts with an empty folder. */
    Map<String, String> recreate() {
        close();
        try {
            empty();
            return start();
        } catch (IOException e) {
            throw new UncheckedIOException("no search index can be made in " + folder, e);
        }
    }

    private Map<String, String> start() throws IOException {
        Files.createDirectories(folder);
        Directory directory = FSDirectory.open(folder);
        try {
            IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new Streams()).setRAMBufferSizeMB(BUFFER_MEGABYTES).setCommitOnClose(false));
            Map<String, String> committed = new HashMap<>();
            Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
            if (data != null) {
                data.forEach(entry -> committed.put(entry.getKey(), entry.getValue()));
            }
            open = new Open(directory, writer, new SearcherManager(writer, null));
            return committed;
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** @throws org.apache.lucene.store.AlreadyClosedException once a write has failed for good: then only {@link #recreate} helps */
    void put(List<Term> keys, List<Document> documents) throws IOException {
        IndexWriter writer = opened().writer();
        for (int i = 0; i < documents.size(); i++) {
            writer.updateDocument(keys.get(i), documents.get(i));
        }
    }

    void remove(List<Term> keys) throws IOException {
        opened().writer().deleteDocuments(keys.toArray(Term[]::new));
    }

    /** Takes out all whose key begins so, from the files too: for what must not lie anywhere any more. */
    void purge(String keys) throws IOException {
        IndexWriter writer = opened().writer();
        writer.deleteDocuments(new PrefixQuery(new Term(Names.KEY, keys)));
        writer.forceMergeDeletes();
    }

    /** Lets searches see what was written. */
    void show() throws IOException {
        opened().searchers().maybeRefreshBlocking();
    }

    /** Makes what was written outlive the process, together with these data. */
    void commit(Map<String, String> data) throws IOException {
        IndexWriter writer = opened().writer();
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
    }

    /** Records in the index. */
    public long size() {
        return search(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    /** @throws UncheckedIOException if a file cannot be read, IllegalStateException if the index is closed */
    public <T> T search(Search<T> work) {
        Open now = opened();
        try {
            IndexSearcher searcher = now.searchers().acquire();
            try {
                return work.on(searcher);
            } finally {
                now.searchers().release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Open opened() {
        Open now = open;
        if (now == null) {
            throw new IllegalStateException("the search index is closed");
        }
        return now;
    }

    private void empty() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** What was not committed is lost. */
    @Override
    public void close() {
        Open now = open;
        open = null;
        if (now != null) {
            quietly(now.searchers()::close);
            quietly(now.writer()::rollback);
            quietly(now.directory()::close);
        }
    }

    private interface Closing {
        void run() throws IOException;
    }

    private static void quietly(Closing closing) {
        try {
            closing.run();
        } catch (IOException | RuntimeException e) {
            LOG.debug("A part of the search index did not close", e);
        }
    }

    /** Fields bring their tokens themselves; only the gap between values is asked for. */
    private static final class Streams extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            throw new UnsupportedOperationException(fieldName);
        }

        @Override
        public int getPositionIncrementGap(String fieldName) {
            return GAP;
        }
    }
}
