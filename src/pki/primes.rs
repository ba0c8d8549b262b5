//! The search for the primes of an RSA key, number by number.
//!
//! It finds what the sieve and the test of the crate crypto-primes find: the first prime from a drawn number on. Their tables would add
//! 23 KB to what the page loads, so the small primes are found here when they are needed.

use crypto_bigint::{BoxedUint, CheckedAdd, Limb, NonZero, Odd, Resize};
use crypto_primes::hazmat::{MillerRabin, SetBits, random_odd_integer};
use rand_chacha::ChaCha20Rng;

/// Numbers that a smaller prime divides are no primes. With twice as many of those the search is hardly faster.
const SMALL: u32 = 18_000;

/// Bases of the test of Miller and Rabin, all primes. A drawn number of 512 bits or more that is not prime and passes even one of them
/// has not been met by anybody.
const BASES: [u32; 8] = [2, 3, 5, 7, 11, 13, 17, 19];

/// The numbers from a drawn one on that no small prime divides.
#[derive(Clone)]
pub(super) struct Candidates {
    start: BoxedUint,
    /// The distance of the next number from the start.
    distance: u32,
    bits: u32,
    /// Small primes with what they leave of the start.
    small: Vec<(u32, u32)>,
}

impl Candidates {
    /// Draws a number of so many bits, the upper two of them set.
    pub(super) fn draw(rng: &mut ChaCha20Rng, bits: u32) -> Option<Self> {
        let start: Odd<BoxedUint> =
            random_odd_integer(rng, bits.try_into().ok()?, SetBits::TwoMsb).ok()?;
        let start = start.get();
        let small = small_primes()
            .filter_map(|prime| {
                let divisor = NonZero::new(Limb::from(prime)).into_option()?;
                let rest = u32::try_from(start.rem_limb(divisor).0).ok()?;
                Some((prime, rest))
            })
            .collect();
        Some(Self {
            start,
            distance: 0,
            bits,
            small,
        })
    }
}

impl Iterator for Candidates {
    type Item = BoxedUint;

    /// None when the numbers of so many bits have come to their end.
    fn next(&mut self) -> Option<BoxedUint> {
        loop {
            let distance = self.distance;
            self.distance = distance.checked_add(2).filter(|next| *next < 1 << 31)?;
            let divided = |(prime, rest): &(u32, u32)| (rest + distance).is_multiple_of(*prime);
            if self.small.iter().any(divided) {
                continue;
            }
            let number = self
                .start
                .checked_add(&BoxedUint::from(distance))
                .into_option()?;
            return (number.bit_width_vartime() == self.bits).then_some(number);
        }
    }
}

/// The odd primes below [`SMALL`].
fn small_primes() -> impl Iterator<Item = u32> {
    let mut found: Vec<u32> = Vec::new();
    (3..SMALL).step_by(2).filter(move |&number| {
        let prime = found
            .iter()
            .take_while(|prime| *prime * *prime <= number)
            .all(|prime| number % prime != 0);
        if prime {
            found.push(number);
        }
        prime
    })
}

/// A number whose primality is being tested, base by base: with 2,048 bits each takes the page tens of milliseconds.
#[derive(Clone)]
pub(super) struct Testing {
    number: BoxedUint,
    passed: usize,
}

/// What is known of a number after a base.
pub(super) enum Tested {
    /// It is prime.
    Prime(BoxedUint),
    /// It is not.
    Composite,
    /// Nothing yet.
    Testing(Testing),
}

impl Testing {
    pub(super) fn new(number: BoxedUint) -> Self {
        Self { number, passed: 0 }
    }

    /// Tests the next base.
    pub(super) fn step(mut self) -> Tested {
        if self.number.bit_width_vartime() <= 1 {
            return Tested::Composite;
        }
        let Some(base) = BASES.get(self.passed).map(|base| BoxedUint::from(*base)) else {
            return Tested::Prime(self.number);
        };
        // The test cannot tell of its own base.
        if self.number == base {
            return Tested::Prime(self.number);
        }
        let base = base.resize(self.number.bits_precision());
        let passes = Odd::new(self.number.clone())
            .into_option()
            .is_some_and(|odd| MillerRabin::new(odd).test(&base).is_probably_prime());
        if passes {
            self.passed += 1;
            Tested::Testing(self)
        } else {
            Tested::Composite
        }
    }
}

/// Whether a number is prime.
pub(super) fn is_prime(number: &BoxedUint) -> bool {
    let mut testing = Testing::new(number.clone());
    loop {
        match testing.step() {
            Tested::Prime(_) => return true,
            Tested::Composite => return false,
            Tested::Testing(more) => testing = more,
        }
    }
}

#[cfg(test)]
mod tests {
    use crypto_primes::Flavor;
    use crypto_primes::hazmat::{SieveFactory, SmallFactorsSieveFactory};
    use rand_chacha::rand_core::SeedableRng;

    use super::*;

    #[test]
    fn the_first_prime_is_the_one_that_the_crate_finds() {
        for (seed, bits) in [(1, 512), (2, 512), (3, 513), (4, 768), (5, 1_024)] {
            let mut rng = ChaCha20Rng::from_seed([seed; 32]);
            let mut theirs = rng.clone();
            let found = Candidates::draw(&mut rng, bits)
                .and_then(|mut candidates| candidates.find(is_prime));
            let sieve =
                SmallFactorsSieveFactory::<BoxedUint>::new(Flavor::Any, bits, SetBits::TwoMsb);
            let expected = sieve
                .and_then(|mut sieve| sieve.make_sieve(&mut theirs, None))
                .unwrap()
                .and_then(|mut sieve| {
                    sieve.find(|number| crypto_primes::is_prime(Flavor::Any, number))
                });
            assert!(found.is_some());
            assert_eq!(found, expected);
            // What is drawn next, too.
            assert_eq!(rng, theirs);
        }
    }

    #[test]
    fn small_numbers_are_told_apart() {
        let mut primes = vec![2];
        primes.extend(small_primes());
        for number in 0..1_000_u32 {
            let prime = is_prime(&BoxedUint::from(number));
            assert_eq!(prime, primes.contains(&number), "{number}");
        }
    }

    #[test]
    fn the_small_primes_are_primes() {
        let primes: Vec<u32> = small_primes().collect();
        assert_eq!(primes[..5], [3, 5, 7, 11, 13]);
        let divided = |number: u32| (2..number).any(|divisor| number.is_multiple_of(divisor));
        assert!(!primes.iter().any(|prime| divided(*prime)));
        assert_eq!(primes.len(), 2_063);
    }
}
