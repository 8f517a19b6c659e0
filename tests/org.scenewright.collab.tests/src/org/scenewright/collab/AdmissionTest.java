// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SessionMessage.Edits;
import org.scenewright.scene.Author;
import org.scenewright.scene.Batch;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Somebody edits under ever new names, and others go on nevertheless. */
class AdmissionTest {
    private final Company company = new Company(2, Samples.scene(), Role.EDITOR).gather();
    private final Stranger liar = new Stranger(company, 7).connect();
    private final Batch model = Samples.batches(1, 1).getFirst().batch();

    private SignedBatch batch(Author author, long sequence, Signatures keys) {
        var batch = new Batch(author, sequence, model.seen(), List.of(), model.schemas());
        return SignedBatch.sign(batch, new Ground(Samples.SESSION, liar.base()), keys);
    }

    private SignedBatch batch(long sharing, long sequence) {
        return batch(new Author(liar.address(), sharing), sequence, liar.signatures());
    }

    private BatchLog log() {
        return company.owner().parts().log();
    }

    private void bring(List<Attestation> authors, List<SignedBatch> batches) {
        liar.tell(new Edits(liar.base(), authors, batches));
        company.pass(200);
    }

    /** Somebody new comes, and what they write arrives at others. */
    private void checkNewcomer() {
        var newcomer = company.another(3);
        newcomer.connect();
        company.pass(5000);
        newcomer.move("Box", "x", 7);
        company.pass(2000);
        assertEquals(7, company.owner().at("Box").x());
        company.checkAlike();
    }

    @Test
    void ofOneAddressThereAreNotTooManyAuthors() {
        var many = new ArrayList<SignedBatch>();
        for (int sharing = 1; sharing <= Admission.MOST_AUTHORS_OF_ONE + 5; sharing++) {
            many.add(batch(sharing, 1));
        }
        long before = company.owner().parts().complaints().count();
        bring(List.of(), many);
        assertEquals(Admission.MOST_AUTHORS_OF_ONE, log().authors(liar.address()));
        assertEquals(before + 1, company.owner().parts().complaints().count());
        bring(List.of(), List.of(batch(1, 2)));
        assertEquals(2, log().last(new Author(liar.address(), 1)));
        checkNewcomer();
    }

    /** Hands on what people wrote whom nobody ever saw. */
    private void invent(int from, int count) {
        var attestations = new ArrayList<Attestation>();
        var batches = new ArrayList<SignedBatch>();
        for (int i = from; i < from + count; i++) {
            var address = Samples.address(i);
            var keys = new FastSignatures(i);
            attestations.add(new Attestation(address, keys.key(), "signed by " + address));
            batches.add(batch(new Author(address, 1), 1, keys));
        }
        bring(attestations, batches);
    }

    private void inventAsManyAsThereIsRoomFor() {
        for (int from = 10_000; from < 10_000 + KnownKeys.MOST; from += 256) {
            invent(from, 256);
        }
    }

    @Test
    void thoseWhomNobodyKnowsLeaveRoomForThoseWhoCome() {
        inventAsManyAsThereIsRoomFor();
        assertEquals(Admission.MOST_KEYS_OF_STRANGERS, log().signers());
        checkNewcomer();
    }

    @Test
    void whomTheOwnerNamesIsHeardWhoeverHandsItOn() {
        var known = Samples.address(5);
        company.owner().core().decide(roles -> roles.with(known, Role.EDITOR));
        inventAsManyAsThereIsRoomFor();
        invent(5, 1);
        assertEquals(1, log().last(new Author(known, 1)));
        invent(6, 1);
        assertEquals(0, log().last(new Author(Samples.address(6), 1)));
    }

    /** As many authors as there may be of the liar, and what each of them wrote. */
    private void tell(Member member, long from, int each) {
        for (long sharing = from; sharing < from + Admission.MOST_AUTHORS_OF_ONE; sharing++) {
            var batches = new ArrayList<SignedBatch>();
            for (int i = 1; i <= each; i++) {
                batches.add(batch(sharing, i));
            }
            liar.tell(member, new Edits(liar.base(), List.of(), batches));
        }
        company.pass(1000);
    }

    @Test
    void whatOneRefusesKeepsNothingElseBack() {
        var bob = company.members.get(1);
        var late = company.another(20);
        late.connect();
        company.pass(3000);
        tell(company.owner(), 1, 1);
        tell(bob, 1_000_000, 5);
        company.owner().disconnect();
        late.move("Box", "x", 7);
        company.pass(2000);
        late.disconnect();
        company.members.remove(late);
        company.owner().connect();
        company.pass(30_000);
        assertEquals(7, bob.at("Box").x());
        assertEquals(7, company.owner().at("Box").x());
    }

    /** Somebody edits while the owner is away, and leaves before they return. */
    private void checkHandedOn(Member newcomer, double x) {
        company.owner().disconnect();
        newcomer.move("Box", "x", x);
        company.pass(2000);
        newcomer.disconnect();
        company.pass(1000);
        company.owner().connect();
        company.pass(30_000);
        assertEquals(x, company.owner().at("Box").x());
    }

    private Member newcomer() {
        var newcomer = company.another(20);
        newcomer.connect();
        company.pass(5000);
        return newcomer;
    }

    private Author author(Member member) {
        member.move("Box", "x", 7);
        company.pass(2000);
        assertEquals(7, company.owner().at("Box").x());
        return log().keys(member.address()).firstEntry().getKey();
    }

    @Test
    void whatTheirAuthorDidNotSignHasNobodyRefused() {
        var newcomer = newcomer();
        var author = author(newcomer);
        inventAsManyAsThereIsRoomFor();
        bring(List.of(), List.of(batch(author, 1000, new FastSignatures(9999))));
        checkHandedOn(newcomer, 8);
    }

    @Test
    void whoIsAdmittedLaterIsRefusedNoLonger() {
        var parts = company.owner().parts();
        var admission = new Admission(parts);
        var author = new Author(Samples.address(50), 1);
        admission.refuse(author);
        assertEquals(Long.MAX_VALUE, admission.said(liar.address()).of(author));
        admission.admit(author);
        assertEquals(parts.log().reach(), admission.said(liar.address()));
    }

    @Test
    void whomOneNamesAltogetherOthersCanRead() {
        var many = new TreeMap<Author, Long>();
        for (int i = 0; i < Reach.MOST_AUTHORS - 5; i++) {
            many.put(new Author(Samples.address(1000 + i), 1), 1L);
        }
        log().restart(liar.base(), new Reach(many));
        var admission = new Admission(company.owner().parts());
        for (int i = 1; i <= 10; i++) {
            admission.refuse(new Author(Samples.address(50), i));
        }
        var said = admission.said(liar.address());
        assertEquals(Reach.MOST_AUTHORS, said.last().size());
        assertTrue(said.covers(log().reach()));
    }
}
