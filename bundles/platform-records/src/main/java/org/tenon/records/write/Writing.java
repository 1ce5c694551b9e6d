package org.tenon.records.write;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.tenon.persistence.Db;
import org.tenon.records.dictionary.Dictionaries;
import org.tenon.records.duplicates.DuplicateFunctions;
import org.tenon.records.duplicates.Duplicates;
import org.tenon.records.log.ChangeLog;
import org.tenon.records.model.RecordModels;
import org.tenon.records.policy.RecordPolicy;
import org.tenon.records.query.RecordReader;
import org.tenon.sdk.file.FileStore;
import org.tenon.sdk.TenonException;
import org.tenon.sdk.identity.Caller;
import org.tenon.sdk.identity.Directory;
import org.tenon.sdk.text.Labels;
import org.tenon.sdk.tx.Tx;

/**
 * What writing stands on.
 *
 * @param directory the organisation, empty before identity is there
 * @param files     empty while nothing keeps files
 */
record Writing(Db db, Tx tx, RecordModels models, RecordPolicy policy, RecordReader reader, ChangeLog log, Labels labels, RuleBook rules,
               Supplier<Optional<Directory>> directory, Dictionaries dictionaries, Clock clock, Touches touches,
               Supplier<Optional<FileStore>> files, Duplicates duplicates) {

    /** @throws TenonException FORBIDDEN for who may not store what a rule about duplicates blocks */
    void requireOverride() {
        Caller caller = Caller.current();
        if (!policy.holds(caller, DuplicateFunctions.OVERRIDE)) {
            throw TenonException.forbidden(labels.text("records", "problem.noOverride", caller.locale()));
        }
    }

    /** UTC, microseconds: what both databases keep. */
    LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
