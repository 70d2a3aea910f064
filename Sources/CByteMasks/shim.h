// What bytes are, many at once and a bit each, the first in the lowest place. Swift's vectors have no instruction that
// gathers their answers into bits. Those of C do, on every processor that clang compiles for. Bits are in memory as on a
// little-endian machine.
#ifndef BYTE_MASKS_H
#define BYTE_MASKS_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define INLINED static inline __attribute__((always_inline))

typedef uint8_t Bytes16 __attribute__((ext_vector_type(16)));
typedef uint8_t Bytes64 __attribute__((ext_vector_type(64)));
typedef bool Answers16 __attribute__((ext_vector_type(16)));
typedef bool Answers64 __attribute__((ext_vector_type(64)));

// The answers to one question about each byte, a bit each. A macro, since vectors of these types are no arguments of a
// function that any processor may call.
#define BITS_OF(type, answers)                                          \
    ({                                                                  \
        type bits_of_answers = __builtin_convertvector((answers), type); \
        uint64_t bits = 0;                                              \
        memcpy(&bits, &bits_of_answers, sizeof bits_of_answers);        \
        bits;                                                           \
    })

#define ARE_BETWEEN(bytes, first, last) ((bytes) - (uint8_t)(first) <= (uint8_t)((last) - (first)))
#define ARE(bytes, byte) ((bytes) == (uint8_t)(byte))

// Of 64 bytes.
typedef struct {
    // Letters of ASCII, and all bytes outside it.
    uint64_t letters;
    // Lead bytes of UTF-8: 0xC0 and more.
    uint64_t leads;
    // Digits of ASCII.
    uint64_t digits;
    // The signs @ and /.
    uint64_t links;
} ByteMasks;

INLINED ByteMasks byte_masks(const uint8_t *bytes) {
    Bytes64 block;
    memcpy(&block, bytes, sizeof block);
    ByteMasks masks = {
        BITS_OF(Answers64, ARE_BETWEEN(block | (uint8_t)0x20, 'a', 'z') | (block >= (uint8_t)0x80)),
        BITS_OF(Answers64, block >= (uint8_t)0xC0),
        BITS_OF(Answers64, ARE_BETWEEN(block, '0', '9')),
        BITS_OF(Answers64, ARE(block, '@') | ARE(block, '/')),
    };
    return masks;
}

// How many of sixteen bytes are letters of ASCII in lower case or bytes outside it, from the first on.
INLINED int letter_run(const uint8_t *bytes) {
    Bytes16 block;
    memcpy(&block, bytes, sizeof block);
    return __builtin_ctzll(~BITS_OF(Answers16, ARE_BETWEEN(block, 'a', 'z') | (block >= (uint8_t)0x80)));
}

// Of 64 bytes that are searched for what was erased.
typedef struct {
    // Digits of ASCII.
    uint64_t digits;
    // These, and what may stand between two digits of a telephone number: space . - / ( ), the two bytes of a no-break
    // space, and the zero bytes of UTF-16.
    uint64_t joined;
    // The signs D, T, j and z before one that may be Base64: there the first two of three bytes may be digits, and elsewhere
    // they are not.
    uint64_t encoded;
    // Where a name may begin: a capital of ASCII before a zero byte or one from A on, in UTF-16 and UTF-8, or a lead byte
    // from 0xC4 on before one that may follow it.
    uint64_t capitals;
} SearchMasks;

// The masks of so many blocks of 64 bytes. One byte behind the last block is read.
INLINED void search_masks_of(const uint8_t *bytes, long blocks, SearchMasks *masks) {
    for (long index = 0; index < blocks; index++, bytes += 64) {
        Bytes64 block, next;
        memcpy(&block, bytes, sizeof block);
        memcpy(&next, bytes + 1, sizeof next);
        Bytes64 folded = block & (uint8_t)0xEF;
        masks[index].digits = BITS_OF(Answers64, ARE_BETWEEN(block, '0', '9'));
        // The signs - . / stand right before the digits.
        masks[index].joined = BITS_OF(
            Answers64,
            ARE_BETWEEN(block, '-', '9') | ARE(block & (uint8_t)~1, '(') | ARE(block & (uint8_t)~0x20, 0)
                | ARE(block, 0xA0) | ARE(block, 0xC2));
        masks[index].encoded = BITS_OF(
            Answers64, (ARE(folded, 'D') | ARE(folded, 'j')) & ARE_BETWEEN(next, '+', 'z'));
        masks[index].capitals = BITS_OF(
            Answers64,
            (ARE_BETWEEN(block, 'A', 'Z') & (next - (uint8_t)1 >= (uint8_t)('A' - 1)))
                | ((block >= (uint8_t)0xC4) & ARE_BETWEEN(next, 0x80, 0xBF)));
    }
}

static void search_masks_on_any(const uint8_t *bytes, long blocks, SearchMasks *masks) {
    search_masks_of(bytes, blocks, masks);
}

#if defined(__x86_64__)
// By instructions of 32 bytes in place of 16, which most processors of this kind have.
__attribute__((target("avx2"))) static void search_masks_on_wide(
    const uint8_t *bytes, long blocks, SearchMasks *masks
) {
    search_masks_of(bytes, blocks, masks);
}

static void search_masks(const uint8_t *bytes, long blocks, SearchMasks *masks) {
    if (__builtin_cpu_supports("avx2")) {
        search_masks_on_wide(bytes, blocks, masks);
    } else {
        search_masks_on_any(bytes, blocks, masks);
    }
}
#else
static void search_masks(const uint8_t *bytes, long blocks, SearchMasks *masks) {
    search_masks_on_any(bytes, blocks, masks);
}
#endif

#endif
