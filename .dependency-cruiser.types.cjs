/** The arrows once more, with what is imported for its type alone. */
process.env.TSUNAGI_ARROWS = 'types';
module.exports = require('./.dependency-cruiser.cjs');
