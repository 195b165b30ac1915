/** A card whose content is on its way. */
export const CardBone = () => (
  <div className="card card-body">
    <span className="bone" />
  </div>
);
